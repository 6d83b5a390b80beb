import type { Page } from "@playwright/test";
import { bookedVisit } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";

test("of a note written in two windows nothing is lost, and what both wrote is shown to choose from", async ({
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const { id } = await bookedVisit(doctor, patient);
  await doctor.api.put(`/api/appointments/${id}/status`, { status: "IN_PROGRESS" });
  const [here, there] = [await openAs(doctor.account), await openAs(doctor.account)];
  for (const page of [here, there]) await openLive(page, `/doctor/visits/${id}`);
  const saved = (page: Page) => page.getByRole("status").filter({ hasText: /^Saved \d\d:\d\d/ });
  const write = async (page: Page, part: string, text: string) => {
    const field = page.getByRole("textbox", { name: part });
    // A click hydrates this part of the page first; doing so, React would undo that the old text is selected.
    await field.click();
    await field.fill(secret(text));
  };

  await write(there, "Subjective", "Sleeps badly");
  await expect(saved(there)).toBeVisible();
  await write(here, "Plan", "A walk every evening");
  await expect(saved(here)).toBeVisible();
  await expect(here.getByRole("textbox", { name: "Subjective" })).toHaveValue("Sleeps badly");

  await openLive(there, `/doctor/visits/${id}`);
  await write(there, "Plan", "A walk every morning");
  await expect(saved(there)).toBeVisible();
  await write(here, "Plan", "A swim every evening");
  const clash = here.getByRole("region", { name: "Plan, both versions" });
  await expect(clash.locator("mark")).toHaveText(["swim", "evening", "walk", "morning"]);
  await expectNoAxeViolations(here);
  await here.emulateMedia({ colorScheme: "dark" });
  await expectNoAxeViolations(here);
  await here.getByRole("button", { name: "Keep mine" }).click();
  await expect(clash).toHaveCount(0);
  await expect(saved(here)).toBeVisible();
  await there.reload();
  await expect(there.getByRole("textbox", { name: "Plan" })).toHaveValue("A swim every evening");
});
