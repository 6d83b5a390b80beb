import { expect, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newDoctor } from "./support/people";

test("a verified doctor is notified at once and listed in the directory", async ({ page, openAs }) => {
  const doctor = await newDoctor({ verified: false });
  const doctorPage = await openAs(doctor.account);
  await openLive(doctorPage, "/doctor");
  await expect(doctorPage.getByText("is awaiting verification")).toBeVisible();
  // The part of the name that no one else has: a place named after a namesake would be found by the rest.
  const search = `/doctors?q=${doctor.name.split("-").at(-1)}`;
  await page.goto(search);
  await expect(page.getByRole("heading", { name: "No doctors match" })).toBeVisible();

  const adminPage = await openAs("admin");
  await adminPage.goto("/admin/queue");
  await adminPage.getByRole("button", { name: `Verify ${doctor.name}` }).click();
  await adminPage.getByRole("alertdialog").getByRole("button", { name: "Verify" }).click();
  await expect(adminPage.getByRole("button", { name: `Verify ${doctor.name}` })).toHaveCount(0);

  await expect(doctorPage.getByText("is awaiting verification")).toHaveCount(0);
  await page.goto(search);
  await expect(page.getByRole("heading", { level: 2, name: doctor.name })).toBeVisible();
  await expect(page.getByRole("list", { name: `Next available times with ${doctor.name}` })).toBeVisible();
});

test("a rejected doctor reads why, and is not listed", async ({ openAs }) => {
  const doctor = await newDoctor({ verified: false });
  const doctorPage = await openAs(doctor.account);
  await openLive(doctorPage, "/doctor");

  const reason = secret("The register does not know this number.");
  const adminPage = await openAs("admin");
  await adminPage.goto("/admin/queue");
  await adminPage.getByRole("button", { name: `Reject ${doctor.name}` }).click();
  const dialog = adminPage.getByRole("alertdialog");
  await dialog.getByRole("textbox", { name: "Reason" }).fill(reason);
  await dialog.getByRole("button", { name: "Reject" }).click();

  await expect(doctorPage.getByText(`Reason: ${reason}`)).toBeVisible();
});
