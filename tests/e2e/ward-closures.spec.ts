import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { newHospital } from "./support/invitations";
import { markLoaded, openLive } from "./support/live";

test("a ward closed at the desk leaves the open public count at once, and comes back when it is opened again", async ({
  page,
  openAs,
}) => {
  const hospital = await newHospital();
  const wards = `/api/hospitals/${hospital.id}/wards`;
  const ward = await hospital.api.post<{ id: string }>(wards, { name: "North", kind: "GENERAL" });
  for (const label of ["N1", "N2"])
    await hospital.api.post(`/api/hospitals/${hospital.id}/beds`, { wardId: ward.id, label });
  const desk = await openAs(hospital.account);
  await openLive(desk, "/hospital/beds");
  await openLive(page, `/hospitals/${hospital.slug}`);
  const free = page.getByRole("list", { name: "Free beds" }).getByRole("listitem");
  await expect(free).toHaveText("General 2 free");
  const expectStillThere = await markLoaded(page);

  await desk.getByRole("button", { name: /^Close ?: North/ }).click();
  await desk.getByLabel("Reason").selectOption("Infection control");
  await desk.getByRole("button", { name: "See who is affected" }).click();
  await expect(desk.getByText("No one has one of these beds then.")).toBeVisible();
  await expectNoAxeViolations(desk);
  await desk.getByRole("button", { name: "Close the ward" }).click();
  await expect(free).toHaveText("General none free");
  const closed = desk.getByRole("list", { name: "Closed in North" });
  await expect(closed).toContainText("Closed · Infection control · until further notice");
  await expect(desk.locator("[data-condition=CLOSED]")).toHaveCount(2);

  await desk.getByRole("button", { name: /^Open again ?: North/ }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "Open again" }).click();
  await expect(free).toHaveText("General 2 free");
  await expect(closed).toBeHidden();

  // Planned ones begin and end by the clock, on open pages too.
  const [startsAt, endsAt] = [3_000, 8_000].map((wait) => new Date(Date.now() + wait).toISOString());
  const planned = { wardId: ward.id, reason: "WORKS", startsAt, endsAt };
  await hospital.api.post(`/api/hospitals/${hospital.id}/ward-closures`, planned);
  await expect(closed).toContainText("Will be closed");
  await expect(free).toHaveText("General none free", { timeout: 15_000 });
  await expect(free).toHaveText("General 2 free", { timeout: 15_000 });
  await expectStillThere();
});
