import { beforeAll, describe, expect, it } from "vitest";
import { POST as book } from "@/app/api/appointments/route";
import { POST as hold } from "@/app/api/appointments/holds/route";
import { POST as openHours } from "@/app/api/doctors/[id]/schedules/route";
import { db } from "@/lib/platform/db/db";
import { createDoctor, createPatient, inDays } from "../support/factories";
import { bearerOf, call } from "./appointments-harness";

/** As if the process had died after the commit and before it kept its answer, longer ago than a request can take. */
const forgetAnswer = (key: string) => db.$executeRaw`
  UPDATE "IdempotencyKey" SET "completedAt" = NULL, "status" = NULL, "body" = NULL, "headers" = NULL, "createdAt" = now() - interval '2 minutes'
  WHERE "key" = ${key}`;

describe("a request repeated after a crash between its commit and its answer", () => {
  let doctor: Awaited<ReturnType<typeof createDoctor>>;
  let headers: { Authorization: string };
  beforeAll(async () => {
    doctor = await createDoctor();
    headers = await bearerOf((await createPatient()).user);
  });

  it("never books twice: what was booked is in its own way", async () => {
    const send = () => call(book, { method: "POST", headers: { ...headers, "Idempotency-Key": "book" }, body: { doctorId: doctor.doctor.id, start: inDays(2).toISOString() } });
    expect((await send()).status).toBe(201);
    await forgetAnswer("book");
    const again = await send();
    expect([again.status, again.body.code]).toEqual([409, "slot-taken"]);
    expect(await db.appointment.count({ where: { doctorId: doctor.doctor.id, status: "CONFIRMED" } })).toBe(1);
  });

  it("holds the same time again, in place of the first hold", async () => {
    const send = () => call(hold, { method: "POST", headers: { ...headers, "Idempotency-Key": "hold" }, body: { doctorId: doctor.doctor.id, start: inDays(3).toISOString() } });
    expect((await send()).status).toBe(201);
    await forgetAnswer("hold");
    expect((await send()).status).toBe(201);
    expect(await db.appointment.count({ where: { doctorId: doctor.doctor.id, status: "HELD" } })).toBe(1);
  });

  it("opens no second hours at a place", async () => {
    const free = await createDoctor({ schedule: null });
    const own = { ...(await bearerOf(free.user)), "Idempotency-Key": "hours" };
    const body = { hospitalId: null, timeZone: "UTC", slotMinutes: 30 };
    const send = () => call(openHours, { method: "POST", params: { id: free.doctor.id }, headers: own, body });
    expect((await send()).status).toBe(201);
    await forgetAnswer("hours");
    expect((await send()).status).toBe(409);
  });
});
