import { beforeAll, describe, expect, it } from "vitest";
import { GET as one } from "@/app/api/appointments/[id]/route";
import { GET as list, POST as book } from "@/app/api/appointments/route";
import { createAppointment, createDoctor, createPatient, inDays } from "../support/factories";
import { cookieOf } from "../support/sessions";
import { bearerOf, call, essence, expectProblem, ORIGIN, pathsOf, type Json } from "./appointments-harness";
import { at, bookAs, MISSING, newPair, type Patient } from "./appointments-booking-harness";

let ann: Patient;
let ben: Patient;
let doctorId: string;

beforeAll(async () => void ({ ann, ben, doctorId } = await newPair()));

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
      attendanceConfirmedAt: null,
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
