import { beforeAll, describe, expect, it } from "vitest";
import { POST as book } from "@/app/api/appointments/route";
import { POST as hold } from "@/app/api/appointments/holds/route";
import { POST as openHours } from "@/app/api/doctors/[id]/schedules/route";
import { db } from "@/lib/platform/db/db";
import { dedicatedClient } from "@/lib/platform/db/listen";
import { LOCK_NUMBERS } from "@/lib/platform/db/lock-numbers";
import { hashRequest } from "@/lib/platform/http/idempotency";
import { createDoctor, createPatient, inDays } from "../support/factories";
import { bearerOf, call, expectProblem } from "./appointments-harness";
import { at, bookAs, newPatient, type Patient } from "./appointments-booking-harness";

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

describe("Idempotency-Key", () => {
  let ann: Patient;
  let ben: Patient;
  let doctorId: string;

  beforeAll(async () => {
    [ann, ben] = [await newPatient(), await newPatient()];
    doctorId = (await createDoctor()).doctor.id;
  });

  const body = () => ({ doctorId, start: at(6, "10:00") });

  it("replays the first answer, refuses another body under the same key, and keeps actors apart", async () => {
    const key = { "Idempotency-Key": "booking-1" };
    const first = await bookAs(ann, body(), key);
    const again = await bookAs(ann, { start: body().start, doctorId }, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    expect([
      again.headers.get("idempotent-replayed"),
      again.headers.get("location"),
      again.headers.get("etag"),
    ]).toEqual(["true", first.headers.get("location"), '"1"']);
    expectProblem(await bookAs(ann, { ...body(), reason: "Another" }, key), 422, "idempotency-key-reused");
    expectProblem(await bookAs(ben, body(), key), 409, "slot-taken");
    expect(await db.appointment.count({ where: { patientId: ann.patient.id, startsAt: inDays(6, "10:00") } })).toBe(1);
  });

  it("books once when the same request is sent many times at once", async () => {
    const key = { "Idempotency-Key": "booking-2" };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => bookAs(ann, { doctorId, start: at(6, "11:00") }, key)),
    );
    const statuses = new Set(answers.map(({ status, body: { code } }) => `${status} ${String(code ?? "")}`));
    expect([...statuses].filter((status) => !["201 ", "409 request-in-progress"].includes(status))).toEqual([]);
    expect(await db.appointment.count({ where: { patientId: ann.patient.id, startsAt: inDays(6, "11:00") } })).toBe(1);
  });

  it("says so while the first request is still running", async () => {
    const wanted = { doctorId, start: at(6, "12:00") };
    const requestHash = hashRequest("POST", "/api/test", wanted);
    await db.idempotencyKey.create({
      data: { actorKey: `user:${ann.user.id}`, key: "running", route: "POST /api/appointments", requestHash },
    });
    const answer = await bookAs(ann, wanted, { "Idempotency-Key": "running" });
    expectProblem(answer, 409, "request-in-progress");
    expect(answer.headers.get("retry-after")).toBe("1");
  });

  it("remembers a refusal too, and refuses an invalid key", async () => {
    const key = { "Idempotency-Key": "refused" };
    const first = await bookAs(ben, { doctorId, start: at(6, "10:00") }, key);
    const again = await bookAs(ben, { doctorId, start: at(6, "10:00") }, key);
    expect([first.status, again.status, again.headers.get("idempotent-replayed")]).toEqual([409, 409, "true"]);
    expectProblem(await bookAs(ann, body(), { "Idempotency-Key": "x".repeat(256) }), 422, "invalid");
  });
});
