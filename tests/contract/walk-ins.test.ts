import { beforeAll, describe, expect, it } from "vitest";
import { POST as BOOK } from "@/app/api/appointments/route";
import { POST as WALK_IN } from "@/app/api/hospitals/[id]/walk-ins/route";
import { db } from "@/lib/platform/db/db";
import { createCast } from "@/tests/support/actors";
import { createDoctor, createHospital, createStaff, inDays } from "@/tests/support/factories";
import { morning } from "@/tests/support/morning";
import { bearerOf, call, expectProblem, pathsOf, type Handler } from "./appointments-harness";

const ROUND_THE_CLOCK = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));
let id: string;
let doctorId: string;
let desk: { Authorization: string };
let stranger: { Authorization: string };

beforeAll(async () => {
  const timeZone = morning();
  id = (await createHospital({ timeZone })).id;
  const schedule = { timeZone, rules: ROUND_THE_CLOCK, slotMinutes: 5 };
  doctorId = (await createDoctor({ hospitalId: id, schedule })).doctor.id;
  desk = await bearerOf((await createStaff(id, "COORDINATOR")).user);
  stranger = await bearerOf((await createCast()).manager.user);
});

const book = (body: object, headers: Record<string, string> = desk) =>
  call(BOOK as Handler, {
    method: "POST",
    headers,
    body: { doctorId, start: inDays(3, "10:00").toISOString(), ...body },
  });
const walkIn = (body: object, headers: Record<string, string> = desk) =>
  call(WALK_IN as Handler, { method: "POST", headers, params: { id }, body });

describe("POST /api/appointments for a new patient", () => {
  it("books and creates the patient once per Idempotency-Key, and answers no name", async () => {
    const patient = { name: "Ottilie Unlisted", bornOn: "1966-07-08", phone: "+49 30 5550177" };
    const headers = { ...desk, "Idempotency-Key": "someone-new" };
    const first = await book({ patient }, headers);
    expect([first.status, first.body.status, first.body.hospitalId]).toEqual([201, "CONFIRMED", id]);
    expect((await book({ patient }, headers)).body).toEqual(first.body);
    expect(await db.patient.count({ where: { name: "Ottilie Unlisted" } })).toBe(1);
    expect(first.text).not.toMatch(/Ottilie|5550177|1966/);
    expectProblem(await book({ patient }), 409, "slot-taken");
  });

  it("is forbidden to everyone but the doctor and the hospital's staff", async () => {
    expectProblem(
      await book({ patient: { name: "A" }, start: inDays(3, "11:00").toISOString() }, stranger),
      403,
      "forbidden",
    );
  });

  it.each([
    [{ patient: { name: "A", email: "a@b.test" } }, "patient.email"],
    [{ patient: { bornOn: "1980-01-01" } }, "patient.name"],
    [{ patient: { name: "A", phone: "none" } }, "patient.phone"],
    [{ patient: { name: "A" }, patientId: "0199d000-0000-7000-8000-000000000000" }, "patient"],
  ])("refuses %j", async (body, path) => {
    expect(pathsOf(expectProblem(await book(body), 422, "invalid"))).toContain(path);
  });
});

describe("POST /api/hospitals/{id}/walk-ins", () => {
  it("books the next time today and checks in", async () => {
    const answer = await walkIn({ patient: { name: "Walter Walkin" }, reason: "Cut finger" });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ status: "CHECKED_IN", doctorId, hospitalId: id, reason: "Cut finger" });
    expect(answer.headers.get("location")).toBe(`/api/appointments/${String(answer.body.id)}`);
  });

  it("is 404 for anyone who doesn't work there, and says what it needs", async () => {
    expectProblem(await walkIn({ patient: { name: "A" } }, stranger), 404, "not-found");
    expectProblem(await walkIn({ patient: { name: "A" } }, {}), 401, "unauthenticated");
    expect(pathsOf(expectProblem(await walkIn({}), 422, "invalid"))).toContain("patientId");
    expect(pathsOf(expectProblem(await walkIn({ patient: { name: "A" }, when: "SOON" }), 422, "invalid"))).toContain(
      "when",
    );
  });
});
