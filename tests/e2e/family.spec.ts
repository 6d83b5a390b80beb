import { bookOnPage } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { mailedLink } from "./support/invitations";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newcomer, newDoctor, newPatient } from "./support/people";
import { someSlot } from "./support/slots";

const PLAN = "Three days in bed with warm tea.";
// The browser itself reports the 404 of what has ended in its console.
test.use({ allowedErrors: /status of 404/ });

test("a parent adds a child and books; the other parent reads the note, which the first sees, and loses it at once", async ({
  openAs,
}) => {
  const [doctor, parent, other] = [await newDoctor(), await newPatient(), await newPatient()];
  const child = newcomer().name;
  const [page, otherPage, adminPage] = [
    await openAs(parent.account),
    await openAs(other.account),
    await openAs("admin"),
  ];

  await openLive(page, "/patient/family");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You act for no one else yet");
  await page.getByRole("textbox", { name: "Child's name" }).fill(child);
  await page.getByLabel("Born on").fill("2018-01-31");
  await page.getByRole("button", { name: "Add the child" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You act for 1 person");

  const slot = await someSlot(doctor.id);
  await bookOnPage(page, doctor.slug, slot, "", child);
  await page.goto("/patient/visits");
  await page.getByRole("link", { name: child, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`1 upcoming appointment for ${child}`);

  await page.goto("/patient/family");
  await page.getByRole("button", { name: `Invite someone to act for ${child}` }).click();
  const dialog = page.getByRole("dialog", { name: `Who should act for ${child}?` });
  await dialog.getByRole("textbox", { name: "Email" }).fill(other.account.email);
  await dialog.getByRole("radio", { name: "Records" }).check();
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  const holders = page.getByRole("list", { name: `Who acts for ${child}` });
  await expect(holders).toContainText(other.account.email);

  await otherPage.goto(await mailedLink(adminPage, other.account.email, /invited to help someone/));
  await expect(otherPage.getByRole("heading", { level: 1 })).toHaveText(`Act for ${child}`);
  await otherPage.getByRole("button", { name: "Accept" }).click();
  await expect(otherPage).toHaveURL("/patient/family");

  const { items } = await parent.api.get<{ items: { id: string; patientId: string }[] }>("/api/appointments");
  const visit = items[0]!;
  await doctor.api.put(`/api/appointments/${visit.id}/status`, { status: "IN_PROGRESS" });
  const doctorPage = await openAs(doctor.account);
  await doctorPage.goto(`/doctor/visits/${visit.id}`);
  await doctorPage.getByRole("textbox", { name: "Plan" }).fill(secret(PLAN));
  await doctorPage.getByRole("button", { name: "Sign and complete" }).click();
  await doctorPage.getByRole("alertdialog").getByRole("button", { name: "Sign and complete" }).click();
  await expect(doctorPage.getByText("Signed. The patient can read it now.")).toBeVisible();

  await openLive(otherPage, `/patient/visits/${visit.id}`);
  await expect(otherPage.getByText(PLAN)).toBeVisible();
  await expect(otherPage.getByRole("button", { name: /Cancel|Reschedule/ })).toHaveCount(0);

  await page.goto(`/patient/records/access?for=${visit.patientId}`);
  await expect(page.getByRole("main")).toContainText(`${other.name} read the note`);

  await page.goto("/patient/family");
  const row = holders.getByRole("listitem").filter({ hasText: other.name });
  await row.getByRole("button", { name: /^End access/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End access" }).click();
  await expect(row).toHaveCount(0);
  await expect(otherPage.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  await expect(otherPage.getByText(PLAN)).toHaveCount(0);
});

test("who only books asks for beds, and reads no record", async ({ openAs }) => {
  const [parent, helper] = [await newPatient(), await newPatient()];
  const child = newcomer().name;
  const { id } = await parent.api.post<{ id: string }>("/api/patients", { name: child, bornOn: "2018-01-31" });
  const invitation = { email: helper.account.email, relation: "OTHER", scope: "BOOK" };
  await parent.api.post(`/api/patients/${id}/access/invitations`, invitation);
  const page = await openAs(helper.account);
  await page.goto(await mailedLink(await openAs("admin"), helper.account.email, /invited to help someone/));
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You act for 1 person");

  await page.goto("/patient/stays/new?hospital=lindenhof-klinikum-berlin");
  await expect(page.getByRole("radio", { name: child })).toBeVisible();
  await page.goto("/patient/records/notes");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing in your records yet");
  await expect(page.getByRole("link", { name: child })).toHaveCount(0);

  await page.goto("/patient/family");
  await page.getByRole("button", { name: `Stop acting for ${child}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Stop acting" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You act for no one else yet");
});
