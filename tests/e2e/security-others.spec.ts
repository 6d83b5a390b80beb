import { expect, signInAs, test, type Role } from "./support/fixtures";
import { newDoctor, newPatient } from "./support/people";
import { pagesInApp } from "../support/pages-in-app";
import { someSlot } from "./support/slots";

test.use({ allowedErrors: /status of 404/ });

const MISSING = "0197a3c0-0000-7000-8000-000000000001";

/** Every page of the portal, with a random ID where it is about one thing. */
const pagesOf = (role: Role) =>
  pagesInApp()
    .filter((pattern) => pattern.split("/")[1] === role)
    .map((pattern) => pattern.replace(/\[\w+\]/, MISSING));
const ROLES: readonly Role[] = ["patient", "doctor", "hospital", "admin"];

test.describe("visitors", () => {
  for (const path of ROLES.flatMap(pagesOf)) {
    test(`are asked to sign in at ${path}`, async ({ request }) => {
      const answer = await request.get(path, { maxRedirects: 0 });
      expect(answer.status()).toBe(303);
      const to = new URL(answer.headers().location ?? "", "http://self.invalid");
      expect(`${to.pathname}${to.search}`).toBe(`/sign-in?from=${encodeURIComponent(path)}`);
    });
  }
});

test.describe("another role's portal", () => {
  const others: [Role, Role[]][] = [
    ["patient", ["doctor", "hospital", "admin"]],
    ["doctor", ["hospital", "admin"]],
    ["hospital", ["doctor", "admin"]],
    ["admin", ["doctor", "hospital"]],
  ];
  for (const [role, portals] of others) {
    test(`does not exist for the ${role}`, async ({ openAs }) => {
      const page = await openAs(role);
      for (const path of portals.flatMap(pagesOf)) {
        const answer = await page.request.get(path, { maxRedirects: 0 });
        expect(answer.status(), path).toBe(404);
        expect(await answer.text(), path).toContain("There is nothing here");
      }
    });
  }
});

test.describe("another's visit", () => {
  /** A visit of two people unrelated to anyone who asks below. */
  async function othersVisit(): Promise<string> {
    const [doctor, patient] = [await newDoctor(), await newPatient()];
    const slot = await someSlot(doctor.id, { from: 2 });
    const { id } = await patient.api.post<{ id: string }>("/api/appointments", {
      doctorId: doctor.id,
      start: slot.start,
    });
    return id;
  }
  const paths = {
    patient: (id: string) => [
      `/patient/visits/${id}`,
      `/patient/visits/${id}/move`,
      `/patient/visits/${id}/questions`,
      `/patient/records/prescriptions/${id}`,
      `/patient/records/summaries/${id}`,
    ],
    doctor: (id: string) => [`/doctor/visits/${id}`, `/doctor/prescriptions/${id}`, `/doctor/summaries/${id}`],
    hospital: (id: string) => [`/hospital/appointments/${id}`, `/hospital/doctors/${id}`],
  };

  for (const role of ["patient", "doctor", "hospital"] as const) {
    test(`looks to the ${role} exactly like a missing one`, async ({ openAs }) => {
      const page = await openAs(role);
      const [others, missing] = [paths[role](await othersVisit()), paths[role](MISSING)];
      for (const [index, path] of others.entries()) {
        for (const one of [path, missing[index] ?? "", path.replace(/[0-9a-f-]{36}/, "not-an-id")]) {
          const answer = await page.goto(one);
          expect(answer?.status(), one).toBe(404);
          await expect(page.getByRole("heading", { level: 1 }), one).toHaveText("There is nothing here");
        }
      }
    });
  }

  test("is not in the API either", async () => {
    const stranger = await newPatient();
    const [others, missing] = await Promise.all(
      [await othersVisit(), MISSING].map((id) =>
        stranger.api.ask<{ code: string; detail: string }>("GET", `/api/appointments/${id}`),
      ),
    );
    expect([others?.status, missing?.status]).toEqual([404, 404]);
    expect({ ...others?.body, instance: "", requestId: "" }).toEqual({ ...missing?.body, instance: "", requestId: "" });
  });
});

test("a patient's own visit is there", async ({ page }) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const slot = await someSlot(doctor.id, { from: 2 });
  const { id } = await patient.api.post<{ id: string }>("/api/appointments", {
    doctorId: doctor.id,
    start: slot.start,
  });
  await signInAs(page, patient.account);
  const answer = await page.goto(`/patient/visits/${id}`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Your appointment is /);
});
