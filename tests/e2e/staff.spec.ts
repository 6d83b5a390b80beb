import { Api } from "./support/api";
import { demoAccounts, expect, test } from "./support/fixtures";
import { openLive } from "./support/live";
import { mailedLink, newHospital } from "./support/invitations";
import { newcomer, newPatient } from "./support/people";

const SUBJECT = /invites you to its staff/;

test.describe("a place on the staff", () => {
  // The browser itself reports a 404 in its console.
  test.use({ allowedErrors: /status of 404/ });

  test("is taken up by invitation without an account, shows on the manager's open page at once, and ends at once when removed", async ({
    openAs,
  }) => {
    const hospital = await newHospital();
    const [managerPage, adminPage, theirPage] = [await openAs(hospital.account), await openAs("admin"), await openAs()];
    const { name, email, password } = newcomer();

    await openLive(managerPage, "/hospital/staff");
    await expect(managerPage.getByRole("heading", { level: 1 })).toHaveText("1 person works here");
    await expect(managerPage.getByText("Manager, the only one")).toBeVisible();
    await managerPage.getByRole("textbox", { name: "Email" }).fill(email);
    await managerPage.getByRole("radio", { name: "Coordinator" }).check();
    await managerPage.getByRole("button", { name: "Send the invitation" }).click();
    await expect(managerPage.getByRole("list", { name: "Invitations to the staff" })).toContainText(email);

    await theirPage.goto(await mailedLink(adminPage, email, SUBJECT));
    await expect(theirPage.getByRole("heading", { level: 1 })).toHaveText(`Join ${hospital.hospitalName}`);
    await theirPage.getByRole("link", { name: "Create an account" }).click();
    await theirPage.getByRole("textbox", { name: "Your name" }).fill(name);
    await theirPage.getByRole("textbox", { name: "Email" }).fill(email);
    await theirPage.getByRole("textbox", { name: "Password" }).fill(password);
    await theirPage.getByRole("button", { name: "Create my account" }).click();
    await theirPage.getByRole("button", { name: "Join the staff" }).click();
    await expect(theirPage).toHaveURL("/hospital");

    const row = managerPage
      .getByRole("list", { name: "Staff", exact: true })
      .getByRole("listitem")
      .filter({ hasText: name });
    await expect(row).toBeVisible();
    await expect(managerPage.getByRole("heading", { level: 1 })).toHaveText("2 people work here");

    // A coordinator has no access to the staff: no navigation item, and no page.
    await expect(theirPage.getByRole("link", { name: "Appointments" }).first()).toBeVisible();
    await expect(theirPage.getByRole("link", { name: "Staff" })).toHaveCount(0);
    for (const path of ["/hospital/staff", "/hospital/import"])
      expect((await theirPage.goto(path))?.status(), path).toBe(404);

    await openLive(theirPage, "/hospital/appointments");
    await row.getByRole("button", { name: `Take ${name} off the staff` }).click();
    await managerPage.getByRole("alertdialog").getByRole("button", { name: "Take off" }).click();
    await expect(row).toHaveCount(0);
    await expect(theirPage.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  });
});

test("is taken up once per link, and not after the link was withdrawn", async ({ openAs }) => {
  const hospital = await newHospital();
  const [managerPage, adminPage] = [await openAs(hospital.account), await openAs("admin")];
  const [first, second] = [await newPatient(), await newPatient()];
  await hospital.api.post(`/api/hospitals/${hospital.id}/staff`, { email: first.account.email, role: "MANAGER" });
  await hospital.api.post(`/api/hospitals/${hospital.id}/staff`, { email: second.account.email, role: "COORDINATOR" });
  const [firstLink, secondLink] = [
    await mailedLink(adminPage, first.account.email, SUBJECT),
    await mailedLink(adminPage, second.account.email, SUBJECT),
  ];

  const firstPage = await openAs(first.account);
  await firstPage.goto(firstLink);
  await firstPage.getByRole("button", { name: "Join the staff" }).click();
  await expect(firstPage.getByRole("link", { name: "Staff" }).first()).toBeVisible();
  await firstPage.goto(firstLink);
  await expect(firstPage.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");

  await managerPage.goto("/hospital/staff");
  await managerPage.getByRole("button", { name: new RegExp(`^Withdraw ?: ${second.account.email}$`) }).click();
  await managerPage.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(managerPage.getByRole("list", { name: "Invitations to the staff" })).toHaveCount(0);
  const secondPage = await openAs(second.account);
  await secondPage.goto(secondLink);
  await expect(secondPage.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");
});

test("is refused to someone who works for another hospital, and another hospital's manager sees nothing", async ({
  openAs,
}) => {
  const [here, there] = [await newHospital(), await newHospital()];
  await here.api.post(`/api/hospitals/${here.id}/staff`, { email: there.account.email, role: "COORDINATOR" });
  const page = await openAs(there.account);
  await page.goto(await mailedLink(await openAs("admin"), there.account.email, SUBJECT));
  await expect(page.getByText("You're on the staff of another hospital")).toBeVisible();
  await expect(page.getByText(there.hospitalName)).toHaveCount(0);
  const stranger = await new Api(demoAccounts.hospital).ask("GET", `/api/hospitals/${here.id}/staff`);
  expect(stranger.status).toBe(404);
});
