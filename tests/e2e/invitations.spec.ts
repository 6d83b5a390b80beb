import { expect, test } from "./support/fixtures";
import { inviteByName, mailedLink, newCoordinator, newHospital, pick, rowOf, stepFor } from "./support/invitations";
import { secret } from "./support/ledger";
import { markLoaded, openLive } from "./support/live";
import { newcomer, newDoctor, newPatient } from "./support/people";

test("a doctor who accepts shows at once in the hospital's list, on its public page and at its front desk, without a reload", async ({
  openAs,
}) => {
  test.slow(); // four pages at once
  const [hospital, doctor] = [await newHospital(), await newDoctor()];
  const [list, desk, visitor, doctorPage] = [
    await openAs(hospital.account),
    await openAs(hospital.account),
    await openAs(),
    await openAs(doctor.account),
  ];
  await openLive(doctorPage, "/doctor/places");
  await openLive(list, "/hospital/doctors");
  await openLive(desk, "/hospital/appointments/new");
  await openLive(visitor, `/hospitals/${hospital.slug}`);
  const untouched = await Promise.all([doctorPage, list, desk, visitor].map(markLoaded));

  const message = "We would like a quiet voice on the second floor";
  await inviteByName(list, doctor.name, message);
  await expect(
    doctorPage.getByRole("heading", { level: 1, name: `${hospital.hospitalName} invites you` }),
  ).toBeVisible();
  await expect(doctorPage.getByText(message)).toBeVisible();
  await stepFor(doctorPage, "Accept", hospital.hospitalName).click();
  await expect(rowOf(doctorPage, "Places", hospital.hospitalName)).toBeVisible();

  await expect(rowOf(list, "Doctors", doctor.name)).toBeVisible();
  await expect(visitor.getByRole("heading", { name: doctor.name })).toBeVisible();
  await desk.getByRole("combobox", { name: "Doctor" }).click();
  await expect(desk.getByRole("option", { name: doctor.name })).toBeVisible();
  for (const stillThere of untouched) await stillThere();

  // And there is a place for hours.
  await doctorPage.goto("/doctor/hours");
  await doctorPage.getByRole("button", { name: "Add a place" }).click();
  await expect(doctorPage.getByRole("menuitem", { name: hospital.hospitalName })).toBeVisible();
});

test("a withdrawn invitation disappears from the doctor's open page", async ({ openAs }) => {
  const [hospital, doctor] = [await newHospital(), await newDoctor()];
  await hospital.api.post(`/api/hospitals/${hospital.id}/invitations`, { doctorId: doctor.id });
  const [managerPage, doctorPage] = [await openAs(hospital.account), await openAs(doctor.account)];
  await openLive(doctorPage, "/doctor/places");
  const untouched = await markLoaded(doctorPage);
  await expect(doctorPage.getByRole("button", { name: /^Accept/ })).toBeVisible();

  await managerPage.goto("/hospital/doctors?view=invited");
  await stepFor(managerPage, "Withdraw", doctor.name).click();
  await managerPage.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(rowOf(managerPage, "Answered", doctor.name).getByText("Withdrawn")).toBeVisible();

  await expect(doctorPage.getByRole("button", { name: /^Accept/ })).toHaveCount(0);
  await untouched();
});

test("a new user signs up as a doctor from the mail's link and accepts, and the link is used up", async ({
  page,
  openAs,
}) => {
  const hospital = await newHospital();
  const managerPage = await openAs(hospital.account);
  const person = newcomer("Dr. ");
  await managerPage.goto("/hospital/doctors");
  await managerPage.getByRole("button", { name: "Invite a doctor" }).click();
  await managerPage.getByRole("radio", { name: "By email" }).click();
  await managerPage.getByRole("textbox", { name: /^Email/ }).fill(person.email);
  await managerPage.getByRole("button", { name: "Send the invitation" }).click();
  await expect(managerPage.getByRole("dialog", { name: "Invite a doctor" })).toHaveCount(0);

  const link = await mailedLink(await openAs("admin"), person.email, /invites you on CareSync/);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: `${hospital.hospitalName} invites you` })).toBeVisible();
  await page.getByRole("link", { name: "Sign up as a doctor" }).click();
  await page.getByRole("textbox", { name: "Your name" }).fill(person.name);
  await page.getByRole("textbox", { name: "Email" }).fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create my account" }).click();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(page).toHaveURL(/\/doctor\/places$/);
  await expect(rowOf(page, "Places", hospital.hospitalName)).toBeVisible();

  await managerPage.goto("/hospital/doctors");
  await expect(rowOf(managerPage, "Doctors", person.name).getByText("Not verified yet")).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
});

test("someone signed in who is not a doctor is told what to do, and returns to the link", async ({ openAs }) => {
  const [hospital, doctor] = [await newHospital(), await newDoctor()];
  await hospital.api.post(`/api/hospitals/${hospital.id}/invitations`, { email: doctor.account.email });
  const link = await mailedLink(await openAs("admin"), doctor.account.email, /invites you on CareSync/);
  const page = await openAs((await newPatient()).account);
  await page.goto(link);
  await expect(page.getByText("You're not signed in as a doctor")).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept" })).toHaveCount(0);
  await page.getByRole("button", { name: "Use another account" }).click();
  await page.getByRole("textbox", { name: "Email" }).fill(doctor.account.email);
  await page.getByLabel("Password", { exact: true }).fill(doctor.account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Decline" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox", { name: /^Reason/ }).fill(secret("The way is too long for me"));
  await dialog.getByRole("button", { name: "Decline" }).click();
  await expect(page).toHaveURL(/\/doctor\/places$/);

  const managerPage = await openAs(hospital.account);
  await managerPage.goto("/hospital/doctors?view=invited");
  const answered = rowOf(managerPage, "Answered", doctor.account.email);
  await expect(answered.getByText("The way is too long for me")).toBeVisible();
  await expect(managerPage.getByText(doctor.name)).toHaveCount(0);
});

test("a doctor asks to join and is accepted, a suspension closes the hours and says why, and the doctor leaves", async ({
  openAs,
}) => {
  const [hospital, doctor] = [await newHospital(), await newDoctor()];
  const [managerPage, doctorPage] = [await openAs(hospital.account), await openAs(doctor.account)];
  await openLive(managerPage, "/hospital/doctors");
  await openLive(doctorPage, "/doctor/places");
  await doctorPage.getByRole("button", { name: "Ask to join a hospital" }).click();
  await pick(doctorPage, "Hospital", "Type the hospital's name", hospital.hospitalName);
  await doctorPage.getByRole("button", { name: "Send request", exact: true }).click();
  await expect(rowOf(doctorPage, "Your requests", hospital.hospitalName)).toBeVisible();

  await expect(managerPage.getByRole("heading", { level: 1, name: "1 doctor has asked to join" })).toBeVisible();
  await managerPage.getByRole("link", { name: /^Ask to join/ }).click();
  await stepFor(managerPage, "Accept", doctor.name).click();
  await managerPage.getByRole("alertdialog").getByRole("button", { name: "Accept" }).click();
  await expect(rowOf(doctorPage, "Places", hospital.hospitalName).getByText("Active")).toBeVisible();

  const reason = secret("A paper of yours is missing");
  await managerPage.getByRole("link", { name: /^Here/ }).click();
  await managerPage.getByRole("button", { name: `More actions for ${doctor.name}` }).click();
  await managerPage.getByRole("menuitem", { name: "Suspend" }).click();
  await expect(managerPage.getByText("No upcoming appointments here.")).toBeVisible();
  await managerPage.getByRole("textbox", { name: "Reason" }).fill(reason);
  await managerPage.getByRole("alertdialog").getByRole("button", { name: "Suspend" }).click();
  await expect(rowOf(doctorPage, "Places", hospital.hospitalName).getByText(reason)).toBeVisible();

  await stepFor(doctorPage, "Leave", hospital.hospitalName).click();
  await doctorPage.getByRole("textbox", { name: "Reason" }).fill(secret("I move to the sea"));
  await doctorPage.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
  await expect(doctorPage.getByRole("heading", { name: "You don't work at a hospital yet" })).toBeVisible();
  await expect(managerPage.getByRole("heading", { name: "No doctors yet" })).toBeVisible();
});

test("a coordinator can't invite, and another hospital's manager finds nothing", async ({ openAs }) => {
  const [hospital, other, doctor] = [await newHospital(), await newHospital(), await newDoctor()];
  const coordinator = await newCoordinator(hospital, await openAs("admin"), openAs);
  const made = await hospital.api.post<{ id: string }>(`/api/hospitals/${hospital.id}/invitations`, {
    doctorId: doctor.id,
  });

  const page = await openAs(coordinator.account);
  await page.goto("/hospital/doctors?view=invited");
  await expect(page.getByRole("heading", { level: 1, name: "No doctors work here" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Invite a doctor" })).toHaveCount(0);
  await expect(page.getByText(doctor.name)).toHaveCount(0);
  const refused = await coordinator.api.ask<{ code: string }>("POST", `/api/hospitals/${hospital.id}/invitations`, {
    doctorId: doctor.id,
  });
  expect([refused.status, refused.body.code]).toEqual([403, "forbidden"]);

  for (const [method, path, body] of [
    ["POST", `/api/hospitals/${hospital.id}/invitations`, { doctorId: doctor.id }],
    ["GET", `/api/doctor-invitations/${made.id}`, undefined],
    ["DELETE", `/api/doctor-invitations/${made.id}`, undefined],
    ["POST", `/api/doctor-invitations/${made.id}/respond`, { response: "accept" }],
  ] as const) {
    expect((await other.api.ask(method, path, body)).status, `${method} as another hospital's manager`).toBe(404);
  }
  const theirs = await openAs(other.account);
  await theirs.goto("/hospital/doctors?view=invited");
  await expect(theirs.getByRole("heading", { name: "No open invitations" })).toBeVisible();
});
