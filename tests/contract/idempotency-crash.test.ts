import { beforeAll, describe, expect, it } from "vitest";
import { POST as book } from "@/app/api/appointments/route";
import { POST as hold } from "@/app/api/appointments/holds/route";
import { POST as openHours } from "@/app/api/doctors/[id]/schedules/route";
import { db } from "@/lib/platform/db/db";
import { dedicatedClient } from "@/lib/platform/db/listen";
import { LOCK_NUMBERS } from "@/lib/platform/db/lock-numbers";
import { createDoctor, createPatient, inDays } from "../support/factories";
import { bearerOf, call } from "./appointments-harness";

/** As if the process had died after the commit and before storing its answer, longer ago than a request can take. */
const forgetAnswer = (key: string) => db.$executeRaw`
  UPDATE "IdempotencyKey" SET "completedAt" = NULL, "status" = NULL, "body" = NULL, "headers" = NULL, "createdAt" = now() - interval '2 minutes'
  WHERE "key" = ${key}`;

describe("a request repeated after a crash between commit and answer", () => {
  let doctor: Awaited<ReturnType<typeof createDoctor>>;
  let headers: { Authorization: string };
  beforeAll(async () => {
    doctor = await createDoctor();
    headers = await bearerOf((await createPatient()).user);
  });

  it("never books twice, because the first booking blocks it", async () => {
    const send = () =>
      call(book, {
        method: "POST",
        headers: { ...headers, "Idempotency-Key": "book" },
        body: { doctorId: doctor.doctor.id, start: inDays(2).toISOString() },
      });
    expect((await send()).status).toBe(201);
    await forgetAnswer("book");
    const again = await send();
    expect([again.status, again.body.code]).toEqual([409, "slot-taken"]);
    expect(await db.appointment.count({ where: { doctorId: doctor.doctor.id, status: "CONFIRMED" } })).toBe(1);
  });

  it("holds the same time again, in place of the first hold", async () => {
    const send = () =>
      call(hold, {
        method: "POST",
        headers: { ...headers, "Idempotency-Key": "hold" },
        body: { doctorId: doctor.doctor.id, start: inDays(3).toISOString() },
      });
    expect((await send()).status).toBe(201);
    await forgetAnswer("hold");
    expect((await send()).status).toBe(201);
    expect(await db.appointment.count({ where: { doctorId: doctor.doctor.id, status: "HELD" } })).toBe(1);
  });

  it("opens no second schedule at a place", async () => {
    const free = await createDoctor({ schedule: null });
    const own = { ...(await bearerOf(free.user)), "Idempotency-Key": "hours" };
    const body = { hospitalId: null, timeZone: "UTC", slotMinutes: 30 };
    const send = () => call(openHours, { method: "POST", params: { id: free.doctor.id }, headers: own, body });
    expect((await send()).status).toBe(201);
    await forgetAnswer("hours");
    expect((await send()).status).toBe(409);
  });
});

describe("a request whose process died without an answer", () => {
  const headers = async () => ({ ...(await bearerOf((await createPatient()).user)), "Idempotency-Key": "orphan" });
  /** As another process's request left it, some seconds ago. */
  const leave = (owner: number, secondsAgo: number) => db.$executeRaw`
    UPDATE "IdempotencyKey" SET "completedAt" = NULL, "status" = NULL, "body" = NULL, "headers" = NULL, "owner" = ${owner}::int,
      "createdAt" = now() - make_interval(secs => ${secondsAgo}::int) WHERE "key" = 'orphan'`;

  it("is taken over once the process is known to be gone, and left alone while it lives", async () => {
    const doctor = await createDoctor();
    const sent = {
      method: "POST" as const,
      headers: await headers(),
      body: { doctorId: doctor.doctor.id, start: inDays(4).toISOString() },
    };
    expect((await call(hold, sent)).status).toBe(201);
    const living = await dedicatedClient("test-process");
    try {
      await living.query("SELECT pg_advisory_lock($1::int, $2::int)", [LOCK_NUMBERS.presence, 4711]);
      await leave(4711, 5);
      expect([(await call(hold, sent)).status, (await call(hold, sent)).body.code]).toEqual([
        409,
        "request-in-progress",
      ]);
    } finally {
      await living.end();
    }
    await expect.poll(async () => (await call(hold, sent)).status).toBe(201);
  });
});
