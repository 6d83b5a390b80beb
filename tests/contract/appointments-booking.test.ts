import { beforeAll, describe, expect, it } from "vitest";
import { GET as one } from "@/app/api/appointments/[id]/route";
import { DELETE as release } from "@/app/api/appointments/holds/[id]/route";
import { POST as hold } from "@/app/api/appointments/holds/route";
import { GET as list, POST as book } from "@/app/api/appointments/route";
import { hashRequest } from "@/lib/platform/http/idempotency";
import { db } from "@/lib/platform/db/db";
import { createAppointment, createDoctor, createPatient, inDays } from "../support/factories";
import { cookieOf } from "../support/sessions";
import { bearerOf, call, essence, expectProblem, ORIGIN, pathsOf, type Json } from "./appointments-harness";

const MISSING = "01890000-0000-7000-8000-000000000000";
const at = (day: number, time: `${number}:${number}`) => inDays(day, time).toISOString().replace(".000Z", "Z");

async function newPatient() {
  const { user, patient } = await createPatient();
  return { user, patient, headers: await bearerOf(user) };
}

let ann: Awaited<ReturnType<typeof newPatient>>;
let ben: Awaited<ReturnType<typeof newPatient>>;
let doctorId: string;

beforeAll(async () => {
  [ann, ben] = [await newPatient(), await newPatient()];
  doctorId = (await createDoctor()).doctor.id;
});

const bookAs = (who: { headers: Record<string, string> }, body: unknown, headers: Record<string, string> = {}) =>
  call(book, { method: "POST", body, headers: { ...who.headers, ...headers } });

describe("POST /api/appointments", () => {
  it("answers 201 with the appointment, its location and its version", async () => {
    const answer = await bookAs(ann, { doctorId, start: at(2, "09:00"), reason: "A cough" });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String),
      doctorId,
      patientId: ann.patient.id,
      hospitalId: null,
      scheduleId: expect.any(String),
      serviceId: null,
      start: at(2, "09:00"),
      end: at(2, "09:30"),
      status: "CONFIRMED",
      mode: "IN_PERSON",
      reason: "A cough",
      statusReason: null,
      needsRebooking: false,
      changeUntil: at(2, "09:00"),
      version: 1,
      createdAt: expect.any(String),
    });
    expect(answer.headers.get("location")).toBe(`/api/appointments/${String(answer.body.id)}`);
    expect(answer.headers.get("etag")).toBe('"1"');
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const again = await call(one, { params: { id: answer.body.id }, headers: ann.headers });
    expect(again.body).toEqual(answer.body);
  });

  it("refuses a taken time with 409 and the nearest available ones, all of them bookable", async () => {
    const answer = await bookAs(ben, { doctorId, start: at(2, "09:00") });
    const { alternatives } = expectProblem(answer, 409, "slot-taken") as { alternatives: Json[] };
    expect(alternatives.length).toBeGreaterThan(0);
    expect(alternatives.map(({ start }) => start)).toEqual([...alternatives.map(({ start }) => start)].toSorted());
    const [first] = alternatives;
    expect((await bookAs(ben, { doctorId, start: first?.start, scheduleId: first?.scheduleId })).status).toBe(201);
  });

  it("refuses a patient who has another appointment then, and a time that isn't offered", async () => {
    const other = (await createDoctor()).doctor.id;
    expectProblem(await bookAs(ann, { doctorId: other, start: at(2, "09:00") }), 409, "patient-busy");
    expectProblem(await bookAs(ann, { doctorId: other, start: at(2, "03:00") }), 422, "slot-not-offered");
  });

  it("answers the same for a missing doctor or patient and one that isn't theirs", async () => {
    const hidden = (await createDoctor({ over: { verification: "PENDING" } })).doctor.id;
    const answers = await Promise.all([
      bookAs(ann, { doctorId: hidden, start: at(3, "10:00") }),
      bookAs(ann, { doctorId: MISSING, start: at(3, "10:00") }),
      bookAs(ann, { doctorId, start: at(3, "10:00"), patientId: ben.patient.id }),
      bookAs(ann, { doctorId, start: at(3, "10:00"), patientId: MISSING }),
    ]);
    expectProblem(answers[0]!, 404, "not-found");
    expect(new Set(answers.map((answer) => JSON.stringify(essence(answer)))).size).toBe(1);
  });

  it.each<[string, Json, string]>([
    ["an unknown field", { status: "COMPLETED" }, "status"],
    ["another's name for a field", { doctor_id: MISSING }, "doctor_id"],
    ["a missing doctor", { doctorId: undefined }, "doctorId"],
    ["an id that is none", { doctorId: "1" }, "doctorId"],
    ["a day that does not exist", { start: "2026-02-30T10:00:00Z" }, "start"],
    ["a time without a zone", { start: "2030-01-01T10:00:00" }, "start"],
    ["a date instead of an instant", { start: "2030-01-01" }, "start"],
    ["a reason that is too long", { reason: "x".repeat(501) }, "reason"],
    ["a control character", { reason: "a\u0000b" }, "reason"],
    ["a mode that is none", { mode: "BY_POST" }, "mode"],
    ["a mode this time is not offered in", { mode: "VIDEO" }, "mode"],
  ])("refuses %s with 422 naming the field", async (_what, over, path) => {
    const answer = await bookAs(ann, { doctorId, start: at(4, "10:00"), ...over });
    expect(pathsOf(expectProblem(answer, 422, "invalid"))).toContain(path);
  });

  it("asks visitors to sign in, and says how", async () => {
    const answer = await call(book, { method: "POST", body: { doctorId, start: at(4, "10:00") } });
    expectProblem(answer, 401, "unauthenticated");
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
  });

  it("refuses a browser sent by another site, and accepts its own", async () => {
    const cookie = await cookieOf(ann.user);
    const send = (headers: Record<string, string>) =>
      call(book, { method: "POST", body: { doctorId, start: at(5, "09:00") }, headers: { ...cookie, ...headers } });
    expectProblem(await send({ Origin: "https://elsewhere.example" }), 403, "origin-refused");
    expectProblem(await send({ "Sec-Fetch-Site": "cross-site" }), 403, "origin-refused");
    expect((await send({ Origin: ORIGIN })).status).toBe(201);
  });
});

describe("Idempotency-Key", () => {
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

describe("holds", () => {
  const keep = (who: { headers: Record<string, string> }, start: string, over: Json = {}) =>
    call(hold, { method: "POST", body: { doctorId, start, ...over }, headers: who.headers });

  it("can be named in a booking: expired ones are answered 409 hold-expired with alternatives, another's 404", async () => {
    const kept = await keep(ann, at(8, "09:00"));
    const wanted = { doctorId, start: at(8, "09:00"), holdId: kept.body.id };
    expectProblem(await bookAs(ben, wanted), 404, "not-found");
    await db.$executeRaw`UPDATE "Appointment" SET "holdExpiresAt" = now() - interval '1 second' WHERE "id" = ${kept.body.id}::uuid`;
    expect(expectProblem(await bookAs(ann, wanted), 409, "hold-expired").alternatives).toHaveLength(6);
  });

  it("keep a time for one person for five minutes, and refuse it to others with alternatives", async () => {
    const answer = await keep(ann, at(7, "09:00"));
    expect(answer.status).toBe(201);
    const terms = {
      needsConfirmation: false,
      cancellationNoticeMinutes: 0,
      changeUntil: at(7, "09:00"),
      isInsideNotice: false,
    };
    expect(answer.body).toEqual({
      id: expect.any(String),
      doctorId,
      start: at(7, "09:00"),
      end: at(7, "09:30"),
      expiresAt: expect.any(String),
      terms,
    });
    const seconds = (Date.parse(String(answer.body.expiresAt)) - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(290);
    expect(seconds).toBeLessThanOrEqual(300);
    expect(expectProblem(await keep(ben, at(7, "09:00")), 409, "slot-taken").alternatives).toHaveLength(6);
    expectProblem(await bookAs(ben, { doctorId, start: at(7, "09:00") }), 409, "slot-taken");
    expect((await bookAs(ann, { doctorId, start: at(7, "09:00"), holdId: answer.body.id })).status).toBe(201);
  });

  it("are limited to one per person and doctor: choosing another time releases the first", async () => {
    await keep(ann, at(7, "11:00"));
    expect((await keep(ann, at(7, "12:00"))).status).toBe(201);
    expect((await keep(ben, at(7, "11:00"))).status).toBe(201);
  });

  it("can be released once, by their holder only", async () => {
    const { body } = await keep(ann, at(7, "14:00"));
    const give = (who: { headers: Record<string, string> }, id: unknown = body.id) =>
      call(release, { method: "DELETE", params: { id }, headers: who.headers });
    const [foreign, missing] = [await give(ben), await give(ben, MISSING)];
    expectProblem(foreign, 404, "not-found");
    expect(essence(foreign)).toEqual(essence(missing));
    const answer = await give(ann);
    expect([answer.status, answer.text]).toEqual([204, ""]);
    expectProblem(await give(ann), 404, "not-found");
    expect((await keep(ben, at(7, "14:00"))).status).toBe(201);
  });

  it("refuse unknown fields, and appear in no list of appointments", async () => {
    expect(pathsOf(expectProblem(await keep(ann, at(7, "15:00"), { reason: "x" }), 422, "invalid"))).toEqual([
      "reason",
    ]);
    const { body } = await call(list, {
      query: { limit: "100", from: at(7, "00:00"), to: at(8, "00:00") },
      headers: ann.headers,
    });
    expect((body.items as Json[]).map(({ status }) => status)).toEqual(["CONFIRMED"]);
  });
});

describe("GET /api/appointments", () => {
  it("pages in order without loss or repetition while others book in between", async () => {
    const { user, patient } = await createPatient();
    const headers = await bearerOf(user);
    const doctor = (await createDoctor()).doctor.id;
    const make = (hour: number) =>
      createAppointment({ doctorId: doctor, patientId: patient.id }, { startsAt: inDays(9, `${hour}:00`) });
    const made = await Promise.all([10, 12, 14, 16, 18].map(make));
    const seen: unknown[] = [];
    let cursor: unknown;
    for (let page = 0; page < 4; page++) {
      const { status, body } = await call(list, {
        query: { limit: "2", ...(cursor ? { cursor: String(cursor) } : {}) },
        headers,
      });
      expect(status).toBe(200);
      seen.push(...(body.items as Json[]).map(({ id }) => id));
      // One before the reader's position, and one after it.
      if (page === 0) await Promise.all([make(11), make(17)]);
      cursor = body.nextCursor;
      if (cursor === null) break;
    }
    expect(cursor).toBeNull();
    expect(new Set(seen).size).toBe(seen.length);
    expect(made.every(({ id }) => seen.includes(id))).toBe(true);
    expect(seen).toHaveLength(6);
  });

  it("filters by time and status, and refuses unknown values", async () => {
    const query = (params: Record<string, string>) => call(list, { query: params, headers: ann.headers });
    const { body } = await query({ from: at(2, "00:00"), to: at(3, "00:00"), status: "CONFIRMED" });
    expect((body.items as Json[]).map(({ start }) => start)).toEqual([at(2, "09:00")]);
    for (const [params, path] of [
      [{ limit: "101" }, "limit"],
      [{ limit: "0" }, "limit"],
      [{ limit: "1e1" }, "limit"],
      [{ cursor: "bm9wZQ" }, "cursor"],
      [{ from: "yesterday" }, "from"],
      [{ status: "LOST" }, "status"],
      [{ patientId: MISSING }, "patientId"],
      [{ order: "random" }, "order"],
    ] as [Record<string, string>, string][]) {
      expect(pathsOf(expectProblem(await query(params), 422, "invalid"))).toEqual([path]);
    }
  });

  it("hides the appointments of others, and answers 404 for them as for missing ones", async () => {
    const { user } = await createPatient();
    const headers = await bearerOf(user);
    expect((await call(list, { headers })).body).toEqual({ items: [], nextCursor: null });
    const [mine] = (await call(list, { headers: ann.headers })).body.items as Json[];
    const [foreign, missing, nonsense] = await Promise.all(
      [mine?.id, MISSING, "nonsense"].map((id) => call(one, { params: { id }, headers })),
    );
    expectProblem(foreign!, 404, "not-found");
    expect(essence(foreign!)).toEqual(essence(missing!));
    expect(essence(nonsense!)).toEqual(essence(missing!));
    expectProblem(await call(list), 401, "unauthenticated");
  });
});
