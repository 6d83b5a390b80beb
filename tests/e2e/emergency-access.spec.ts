import { signedNote } from "./support/booking";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";

const PLAN = "Never give penicillin.";
const REASON = "Found unconscious on the platform";
// The browser itself reports the 404 of what has ended in its console.
test.use({ allowedErrors: /status of 404/ });

test("a doctor opens a record in an emergency, closes it, and is reviewed; the patient sees all of it", async ({
  openAs,
}) => {
  const [author, doctor, parent] = [await newDoctor(), await newDoctor(), await newPatient()];
  const child = secret(`${parent.name.split(" ")[0]} Emergency-${parent.patientId.slice(-6)}`);
  const bornOn = "2017-03-04";
  const { id: childId } = await parent.api.post<{ id: string }>("/api/patients", { name: child, bornOn });
  const note = await signedNote(author, { ...parent, patientId: childId }, secret(PLAN));
  const [page, parentPage, adminPage] = [
    await openAs(doctor.account),
    await openAs(parent.account),
    await openAs("admin"),
  ];
  expect((await page.goto(`/doctor/notes/${note}`))?.status()).toBe(404);
  await openLive(adminPage, "/admin/emergencies");

  await page.goto("/doctor/patients");
  await page.getByRole("link", { name: "Open a record in an emergency" }).click();
  const fill = async (date: string) => {
    await page.getByRole("textbox", { name: "Patient’s full name" }).fill(child);
    await page.getByLabel("Born on").fill(date);
    await page.getByRole("textbox", { name: "Reason" }).fill(secret(REASON));
    await page.getByRole("button", { name: "Open the record" }).click();
  };
  await fill("2017-03-05");
  await expect(page.getByText("No single person has this name and date of birth.")).toBeVisible();
  await expectNoAxeViolations(page);
  await fill(bornOn);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(child);
  await expect(page.getByText("Emergency access until")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("region", { name: "Notes" }).getByRole("link").click();
  await expect(page.getByText(PLAN)).toBeVisible();

  await expect(adminPage.getByRole("listitem").filter({ hasText: child })).toContainText(REASON);
  await openLive(parentPage, "/patient/records/sharing");
  const told = parentPage.getByRole("list", { name: "Opened in an emergency" });
  await expect(told).toContainText("Open now");
  await expectNoAxeViolations(parentPage);

  await page.goto(`/doctor/patients/${childId}`);
  await page.getByRole("button", { name: "Close the record" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Close the record" }).click();
  await expect(page.getByRole("list", { name: "What you opened" })).toContainText("Awaiting review");
  expect((await page.goto(`/doctor/notes/${note}`))?.status()).toBe(404);
  await expect(told).not.toContainText("Open now");

  const item = adminPage.getByRole("listitem").filter({ hasText: child });
  await expect(item).not.toContainText("Open now");
  await adminPage.reload();
  await expect(item).toContainText(/\d+ looks/);
  await expectNoAxeViolations(adminPage);
  await item.getByRole("button", { name: /^Justified/ }).click();
  const question = adminPage.getByRole("alertdialog", { name: "Mark this access as justified?" });
  await question.getByRole("textbox", { name: "Remark" }).fill("A clear emergency.");
  await question.getByRole("button", { name: "Mark as justified" }).click();
  await expect(item).toHaveCount(0);

  await expect(told).toContainText("A clear emergency.");
  await page.goto("/doctor/patients/emergency");
  await expect(page.getByRole("list", { name: "What you opened" })).toContainText("A clear emergency.");
  await parentPage.goto(`/patient/records/access?for=${childId}`);
  const look = parentPage.getByRole("listitem").filter({ hasText: doctor.name }).filter({ hasText: "read the note" });
  await expect(look.first()).toContainText("in an emergency");
});
