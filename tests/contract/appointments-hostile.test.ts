import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as calendar } from "@/app/api/appointments/[id]/calendar/route";
import { POST as reschedule } from "@/app/api/appointments/[id]/reschedule/route";
import { GET as one } from "@/app/api/appointments/[id]/route";
import { PUT as change } from "@/app/api/appointments/[id]/status/route";
import { DELETE as release } from "@/app/api/appointments/holds/[id]/route";
import { POST as hold } from "@/app/api/appointments/holds/route";
import { GET as list, POST as book } from "@/app/api/appointments/route";
import { PUT as read } from "@/app/api/notifications/read/route";
import { GET as notifications } from "@/app/api/notifications/route";
import { POST as join } from "@/app/api/realtime/auth/route";
import { db } from "@/lib/platform/db/db";
import { createAppointment, createDoctor, createPatient, createUser, inDays } from "../support/factories";
import { bearerOf, call, type Answer, type Handler, type Json } from "./appointments-harness";

/** Whatever arrives, the answer is below 500, and a refusal is a problem document. */
const VALUES: [string, unknown][] = [
  ["null", null],
  ["a number", 7],
  ["a huge number", 1e308],
  ["true", true],
  ["a list", ["x"]],
  ["an empty list", []],
  ["an object", { a: 1 }],
  ["nothing", ""],
  ["blanks", "   "],
  ["100,000 letters", "x".repeat(100_000)],
  ["a NUL byte", "a\u0000b"],
  ["control characters", "\u0001\u001b[31m\u007f"],
  ["a lone surrogate", "\ud800"],
  ["a bidi override", "\u202egnp.exe"],
  ["SQL", '\'; DROP TABLE "Appointment"; --'],
  ["a template", "${7*7}{{7*7}}"],
  ["a path", "../../../etc/passwd"],
  ["30 February", "2026-02-30T10:00:00Z"],
  ["hour 25", "2026-02-03T25:00:00Z"],
  ["the year 10000", "+010000-01-01T00:00:00Z"],
  ["before the calendar", "-000001-01-01T00:00:00Z"],
  ["a leap second", "2016-12-31T23:59:60Z"],
  ["a nil UUID", "00000000-0000-0000-0000-000000000000"],
  ["the largest UUID", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
  ["emoji", "👩‍⚕️".repeat(200)],
];

let headers: Record<string, string>;
let good: { doctorId: string; patientId: string; start: string; visitId: string };

beforeAll(async () => {
  const { patient } = await createPatient();
  const { doctor } = await createDoctor();
  const visit = await createAppointment(
    { doctorId: doctor.id, patientId: patient.id },
    { startsAt: inDays(2, "10:00") },
  );
  good = { doctorId: doctor.id, patientId: patient.id, start: inDays(40, "10:00").toISOString(), visitId: visit.id };
});

// Each test uses its own account, because the limit per minute would refuse the rest.
beforeEach(async () => {
  const user = await createUser();
  await db.patientAccess.create({ data: { userId: user.id, patientId: good.patientId, relation: "OTHER" } });
  headers = await bearerOf(user);
});

function expectRefusal(answer: Answer, what: string): void {
  expect(answer.status, what).toBeGreaterThanOrEqual(400);
  expect(answer.status, `${what}: ${answer.text}`).toBeLessThan(500);
  expect(answer.headers.get("content-type"), what).toBe("application/problem+json");
}

/** Every field that names a slot, some with an id of another kind. */
const slot = () => ({
  doctorId: good.doctorId,
  patientId: good.patientId,
  start: good.start,
  serviceId: good.doctorId,
  scheduleId: good.doctorId,
  hospitalId: good.doctorId,
});

const WRITES: [string, Handler, string, () => Json, unknown?][] = [
  ["book", book, "POST", () => ({ ...slot(), mode: "IN_PERSON", reason: "x", holdId: good.doctorId })],
  ["hold", hold, "POST", slot],
  ["change", change, "PUT", () => ({ status: "NO_SHOW", reason: "x" }), "visit"],
  ["reschedule", reschedule, "POST", () => ({ start: good.start, scheduleId: good.doctorId }), "visit"],
  ["read", read, "PUT", () => ({ ids: [good.doctorId] })],
  ["join", join, "POST", () => ({ socket_id: "1.1", channel_name: "private-admin" })],
];

describe.each(WRITES)("%s", (name, handler, method, body, params) => {
  const send = (sent: { body?: unknown; raw?: string; headers?: Record<string, string> }) =>
    call(handler, {
      method,
      ...sent,
      headers: { ...headers, ...sent.headers },
      ...(params ? { params: { id: good.visitId } } : {}),
    });

  it("refuses invalid values in every field, and never fails on them", async () => {
    await db.rateLimitWindow.deleteMany();
    for (const field of Object.keys(body())) {
      for (const [what, value] of VALUES) {
        await db.rateLimitWindow.deleteMany();
        const answer = await send({ body: { ...body(), [field]: value } });
        expect(answer.status, `${name}.${field}: ${what}: ${answer.text}`).toBeLessThan(500);
        if (answer.status >= 400) expectRefusal(answer, `${name}.${field}: ${what}`);
      }
    }
  });

  it("refuses bodies that aren't its objects", async () => {
    for (const raw of [
      "null",
      "[]",
      "7",
      '"x"',
      "{",
      "",
      "[[[[",
      "{}x",
      `${"[".repeat(5000)}`,
      '{"__proto__":{"isAdmin":true}}',
      '{"constructor":{"prototype":{}}}',
      "\u0000",
      "\ufeff{}",
      '{"a":1e999}',
    ]) {
      await db.rateLimitWindow.deleteMany();
      const answer = await send({ raw });
      if (name === "read" && answer.status === 200) continue;
      expectRefusal(answer, `${name}: ${raw.slice(0, 20)}`);
    }
    expectRefusal(await send({ raw: JSON.stringify({ ...body(), reason: "x".repeat(400_000) }) }), `${name}: 400 kB`);
    expectRefusal(await send({ body: body(), headers: { "Content-Type": "text/xml" } }), `${name}: XML`);
    expect(Object.prototype).not.toHaveProperty("isAdmin");
  });

  it("handles malformed If-Match and Idempotency-Key headers without a 500", async () => {
    for (const value of ['"', 'W/"1"', '"1", "2"', "*", "1", '"99999999999999999999"', '"-1"']) {
      expect((await send({ body: body(), headers: { "If-Match": value } })).status, value).toBeLessThan(500);
    }
    for (const value of [" ", "\t", "é", "x".repeat(300)]) {
      expect((await send({ body: body(), headers: { "Idempotency-Key": value } })).status, value).toBeLessThan(500);
    }
  });
});

it("every route refuses a path that isn't an ID, and a query it doesn't know", async () => {
  for (const id of [
    "",
    "1",
    "' OR 1=1",
    "../x",
    "\u0000",
    "x".repeat(5000),
    "__proto__",
    `${"0".repeat(8)}-0000-0000-0000-${"0".repeat(13)}`,
  ]) {
    for (const [handler, method] of [
      [one, "GET"],
      [calendar, "GET"],
      [release, "DELETE"],
    ] as [Handler, string][]) {
      expect((await call(handler, { method, params: { id }, headers })).status, id).toBe(404);
    }
  }
  for (const handler of [list, notifications]) {
    for (const [what, value] of VALUES.filter(([, value]) => typeof value === "string")) {
      for (const key of ["cursor", "limit", "from", "status", "__proto__", "constructor"]) {
        expectRefusal(
          await call(handler, { query: { [key]: String(value).slice(0, 4000) }, headers }),
          `${key}: ${what}`,
        );
      }
    }
  }
});
