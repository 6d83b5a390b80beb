import { beforeEach, describe, expect, it } from "vitest";
import { GET as calendar } from "@/app/api/appointments/[id]/calendar/route";
import { POST as keepTime } from "@/app/api/appointments/[id]/keep-time/route";
import { POST as reschedule } from "@/app/api/appointments/[id]/reschedule/route";
import { GET as one } from "@/app/api/appointments/[id]/route";
import { PUT as change } from "@/app/api/appointments/[id]/status/route";
import { GET as shifted } from "@/app/api/appointments/shifted/route";
import { db } from "@/lib/platform/db/db";
import { createAppointment, createDoctor, createPatient, inDays } from "../support/factories";
import { call, essence, expectProblem, pathsOf, type Json } from "./appointments-harness";
import { at, MISSING } from "./appointments-booking-harness";
import { openVisit, openVisitToday, send, set, type Who } from "./appointments-changes-harness";

beforeEach(openVisit);

const step = send(change, "PUT");
const move = send(reschedule, "POST");

describe("PUT /api/appointments/{id}/status", () => {
  it("takes the step, answers with the new version, and everyone reads the same", async () => {
    const answer = await step("doctor", { status: "CANCELLED", reason: "Called away" });
    expect([answer.status, answer.headers.get("etag")]).toEqual([200, '"2"']);
    expect(answer.body).toMatchObject({ status: "CANCELLED", statusReason: "Called away", version: 2 });
    const read = await call(one, { params: { id: set.visit.id }, headers: set.headers.patient });
    expect({ ...read.body, notified: answer.body.notified }).toEqual(answer.body);
    expect(answer.body.notified).toEqual({ by: "NOTIFICATION", phone: null });
  });

  it("answers 412 to an outdated version, changes nothing without If-Match for a step already taken, and answers 304 to an up-to-date reader", async () => {
    await openVisitToday();
    const stale = await step("staff", { status: "CHECKED_IN" }, { "If-Match": '"7"' });
    expectProblem(stale, 412, "precondition-failed");
    expect((await step("staff", { status: "CHECKED_IN" }, { "If-Match": '"1"' })).status).toBe(200);
    expect((await step("staff", { status: "CHECKED_IN" })).body).toMatchObject({
      status: "CHECKED_IN",
      version: 2,
      notified: null,
    });
    expectProblem(await step("staff", { status: "NO_SHOW" }, { "If-Match": "2" }), 400, "bad-request");
    const unchanged = await call(one, {
      params: { id: set.visit.id },
      headers: { ...set.headers.patient, "If-None-Match": '"2"' },
    });
    expect([unchanged.status, unchanged.text]).toEqual([304, ""]);
  });

  it("distinguishes 403 (visible, but not theirs to change) from 404 (not theirs)", async () => {
    expectProblem(await step("patient", { status: "NO_SHOW" }), 403, "forbidden");
    const [foreign, missing, nonsense] = await Promise.all(
      [set.visit.id, MISSING, "../1"].map((id) => step("stranger", { status: "CANCELLED" }, {}, id)),
    );
    expectProblem(foreign!, 404, "not-found");
    expect(essence(foreign!)).toEqual(essence(missing!));
    expect(essence(nonsense!)).toEqual(essence(missing!));
  });

  it("names a missing reason, a passed deadline and unknown values", async () => {
    expect(pathsOf(expectProblem(await step("doctor", { status: "CANCELLED" }), 422, "invalid"))).toEqual(["reason"]);
    expect(
      pathsOf(expectProblem(await step("doctor", { status: "CANCELLED", reason: "x", force: true }), 422, "invalid")),
    ).toEqual(["force"]);
    expect(pathsOf(expectProblem(await step("doctor", { status: "HELD" }), 422, "invalid"))).toEqual(["status"]);
    await db.appointment.update({ where: { id: set.visit.id }, data: { cancellationNoticeMinutes: 14_400 } });
    const late = expectProblem(await step("patient", { status: "CANCELLED" }), 409, "cancellation-notice");
    expect(Date.parse(String(late.deadline))).toBe(set.visit.startsAt.getTime() - 14_400 * 60_000);
  });

  it("lets one of two requests with the same version win", async () => {
    await openVisitToday();
    const answers = await Promise.all([
      step("doctor", { status: "CANCELLED", reason: "a" }, { "If-Match": '"1"' }),
      step("staff", { status: "CHECKED_IN" }, { "If-Match": '"1"' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });
});

describe("POST /api/appointments/{id}/reschedule", () => {
  it("keeps the ID, changes time and version, and releases the old time", async () => {
    const answer = await move("patient", { start: at(3, "11:00") }, { "If-Match": '"1"' });
    expect([answer.status, answer.headers.get("etag")]).toEqual([200, '"2"']);
    expect(answer.body).toMatchObject({
      id: set.visit.id,
      start: at(3, "11:00"),
      end: at(3, "11:30"),
      version: 2,
      status: "CONFIRMED",
    });
    expect((await move("staff", { start: at(2, "10:00") })).status).toBe(200);
  });

  it("keeps the old time on every refusal", async () => {
    const other = await createPatient();
    await createAppointment(
      { doctorId: set.doctor.doctor.id, patientId: other.patient.id },
      { startsAt: inDays(3, "09:00") },
    );
    const elsewhere = await createDoctor();
    await createAppointment(
      { doctorId: elsewhere.doctor.id, patientId: set.patient.patient.id },
      { startsAt: inDays(3, "12:00") },
    );
    const taken = expectProblem(await move("patient", { start: at(3, "09:00") }), 409, "slot-taken");
    expect((taken.alternatives as Json[]).length).toBeGreaterThan(0);
    expectProblem(await move("patient", { start: at(3, "12:00") }), 409, "patient-busy");
    expectProblem(await move("patient", { start: at(3, "02:00") }), 422, "slot-not-offered");
    expectProblem(await move("patient", { start: at(3, "15:00") }, { "If-Match": '"9"' }), 412, "precondition-failed");
    expect(
      pathsOf(expectProblem(await move("patient", { start: at(3, "15:00"), status: "CONFIRMED" }), 422, "invalid")),
    ).toEqual(["status"]);
    expectProblem(await move("stranger", { start: at(3, "15:00") }), 404, "not-found");
    const row = await db.appointment.findUniqueOrThrow({ where: { id: set.visit.id } });
    expect([row.startsAt.toISOString(), row.version]).toEqual([inDays(2, "10:00").toISOString(), 1]);
  });
});

describe("GET /api/appointments/{id}/calendar", () => {
  const file = (who: Who, id: string = set.visit.id) => call(calendar, { params: { id }, headers: set.headers[who] });

  it("is a calendar file with time, doctor and place, and nothing clinical", async () => {
    const answer = await file("patient");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(answer.headers.get("content-disposition")).toContain("visit.ics");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const text = answer.text.replaceAll("\r\n ", "");
    expect(text).toContain(`UID:${set.visit.id}@localhost\r\n`);
    expect(text).toContain(`SUMMARY:Visit: ${set.doctor.doctor.name}\r\n`);
    expect(text).toMatch(/SEQUENCE:1\r\nSTATUS:CONFIRMED\r\n/);
    expect(text).not.toContain("private matter");
    expect(text).not.toContain(set.patient.patient.name);
  });

  it("follows the visit: a higher sequence, and CANCELLED once it is cancelled", async () => {
    await step("patient", { status: "CANCELLED" });
    expect((await file("patient")).text).toMatch(/SEQUENCE:2\r\nSTATUS:CANCELLED\r\n/);
  });

  it("is 404 for everyone else", async () => {
    expectProblem(await file("stranger"), 404, "not-found");
    expect(essence(await file("stranger"))).toEqual(essence(await file("stranger", MISSING)));
    expectProblem(await call(calendar, { params: { id: set.visit.id } }), 401, "unauthenticated");
  });
});

describe("GET /api/appointments/shifted and POST /api/appointments/{id}/keep-time", () => {
  const keep = send(keepTime, "POST");
  const list = (who: Who) => call(shifted, { headers: set.headers[who] });

  it("answer the promised and the shown clock time to the practice, which keeps the visit once, and nothing to the patient", async () => {
    await db.$executeRaw`UPDATE "Appointment" SET "promisedOffsetMinutes" = -60 WHERE "id" = ${set.visit.id}::uuid`;
    const { body } = await list("staff");
    const [item] = body.items as Json[];
    const day = at(2, "00:00").slice(0, 10);
    expect(item).toMatchObject({
      id: set.visit.id,
      shift: {
        timeZone: "UTC",
        promisedOffsetMinutes: -60,
        offsetMinutes: 0,
        promised: `${day}T09:00`,
        shown: `${day}T10:00`,
        promisedStart: at(2, "09:00"),
      },
    });
    expect((await list("doctor")).body).toEqual(body);
    for (const who of ["patient", "stranger"] as const)
      expect((await list(who)).body).toEqual({ items: [], nextCursor: null });

    expectProblem(await keep("patient", undefined), 403, "forbidden");
    expectProblem(await keep("stranger", undefined), 404, "not-found");
    expectProblem(await keep("staff", undefined, { "If-Match": '"7"' }), 412, "precondition-failed");
    const kept = await keep("staff", undefined, { "If-Match": '"1"' });
    expect([kept.status, kept.headers.get("etag"), kept.body.notified]).toEqual([
      200,
      '"2"',
      { by: "NOTIFICATION", phone: null },
    ]);
    expect((await keep("doctor", undefined)).body).toMatchObject({ version: 2, notified: null });
    expect((await list("doctor")).body.items).toEqual([]);
  });
});
