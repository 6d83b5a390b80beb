import { beforeAll, describe, expect, it } from "vitest";
import { DELETE as release } from "@/app/api/appointments/holds/[id]/route";
import { POST as hold } from "@/app/api/appointments/holds/route";
import { GET as list } from "@/app/api/appointments/route";
import { db } from "@/lib/platform/db/db";
import { at, bookAs, MISSING, newPair, type Patient } from "./appointments-booking-harness";
import { call, essence, expectProblem, pathsOf, type Json } from "./appointments-harness";

let ann: Patient;
let ben: Patient;
let doctorId: string;

beforeAll(async () => void ({ ann, ben, doctorId } = await newPair()));

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
