import type { Page } from "@playwright/test";
import { Api } from "./support/api";
import { askForBed, newWard, slugOf } from "./support/beds";
import { bookedVisit } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { newDoctor, newManager, newPatient, type Doctor, type Manager, type Patient } from "./support/people";
import { signInAs } from "./support/sign-in";

const SMALLEST = { width: 320, height: 640 };
/** Without a break opportunity, as long as a field allows. */
const word = (length: number, begin: string) =>
  secret(`${begin}${"donaudampfschifffahrtselektrizitaeten".repeat(6)}`.slice(0, length));

/** Opens each page in a window of 320 pixels: nothing a person typed makes it wider. */
async function expectToFit(page: Page, paths: string[]): Promise<void> {
  await page.setViewportSize(SMALLEST);
  const wide: Record<string, number> = {};
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(/^Loading/)).toHaveCount(0);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > SMALLEST.width) wide[path.replace(/[0-9a-f-]{36}/g, "{id}")] = width;
  }
  expect(wide, "pages wider than the window").toEqual({});
}

test.describe("a word of any length, in any field, fits the smallest phone", () => {
  let patient: Patient;
  let doctor: Doctor;
  let manager: Manager;
  let visitId: string;
  let stayId: string;

  test.beforeAll(async () => {
    patient = await newPatient();
    await patient.api.ask("PATCH", "/api/me", { name: word(100, "Pat") });
    doctor = await newDoctor();
    manager = await newManager({
      hospital: { name: word(120, "Hos"), city: word(80, "Cit"), address: word(150, "Add") },
    });
    visitId = (await bookedVisit(doctor, patient, { reason: word(126, "Why") })).id;
    await newWard(manager, "GENERAL", word(60, "War"), [word(20, "Bed")]);
    await manager.api.post(`/api/hospitals/${manager.hospitalId}/departments`, { name: word(60, "Dep") });
    await manager.api.post(`/api/hospitals/${manager.hospitalId}/invitations`, {
      doctorId: doctor.id,
      message: word(200, "Msg"),
    });
    stayId = (await askForBed(patient, manager, "GENERAL", word(126, "Bad"))).id;
  });

  test("for the patient", async ({ page }) => {
    await signInAs(page, patient.account);
    const child = await patient.api.post<{ id: string }>("/api/patients", {
      name: word(100, "Chi"),
      bornOn: "2018-01-31",
    });
    const invitation = { email: `${word(60, "ema")}@elsewhere.test`, relation: "OTHER" };
    await patient.api.post(`/api/patients/${child.id}/access/invitations`, invitation);
    await expectToFit(page, [
      "/patient",
      "/patient/family",
      "/patient/visits",
      `/patient/visits/${visitId}`,
      `/patient/visits/${visitId}/move`,
      "/patient/stays",
      `/patient/stays/${stayId}`,
      "/patient/notifications",
      "/patient/settings",
      "/patient/records",
    ]);
  });

  test("for the doctor", async ({ page }) => {
    await signInAs(page, doctor.account);
    await expectToFit(page, [
      "/doctor",
      "/doctor/calendar",
      `/doctor/visits/${visitId}`,
      "/doctor/places",
      "/doctor/notifications",
      "/doctor/settings",
    ]);
    await doctor.api.ask("PUT", `/api/appointments/${visitId}/status`, { status: "IN_PROGRESS" });
    await expectToFit(page, [`/doctor/visits/${visitId}`]);
  });

  test("for the hospital", async ({ page }) => {
    await signInAs(page, manager.account);
    await expectToFit(page, [
      "/hospital",
      "/hospital/beds",
      `/hospital/beds/${stayId}`,
      "/hospital/beds/stays",
      "/hospital/beds/wards",
      "/hospital/departments",
      "/hospital/doctors",
      "/hospital/doctors?view=invited",
      "/hospital/staff",
      "/hospital/settings",
      "/hospital/ambulances",
      "/hospital/numbers",
    ]);
  });

  test("for everyone else", async ({ page, openAs }) => {
    await expectToFit(page, [
      `/hospitals/${await slugOf(manager.hospitalId)}`,
      "/hospitals",
      `/doctors/${doctor.slug}`,
      "/emergency",
    ]);
    await expectToFit(await openAs("admin"), [
      "/admin",
      "/admin/queue",
      "/admin/people",
      "/admin/audit",
      "/admin/mail",
    ]);
  });
});

test("a doctor's long name fits where doctors are found and booked", async ({ page }) => {
  const admin = new Api({ email: "admin@demo.test", password: "demo-care-sync" });
  const email = secret(`long-${Date.now()}@elsewhere.test`);
  const signUp = {
    kind: "doctor",
    name: word(100, "Doc"),
    email,
    password: secret("words that are long"),
    doctor: { practiceName: word(100, "Pra"), specialties: ["general-practice"], city: word(80, "Tow") },
  };
  const answer = await admin.ask<{ doctor: { id: string; slug: string } }>("POST", "/api/accounts", signUp);
  expect(answer.status).toBe(201);
  await admin.post(`/api/admin/doctors/${answer.body.doctor.id}/verify`);
  await expectToFit(page, [`/doctors/${answer.body.doctor.slug}`, `/doctors?q=${signUp.name}`]);
});
