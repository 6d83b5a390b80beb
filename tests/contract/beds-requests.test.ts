import { beforeEach, describe, expect, it } from "vitest";
import { GET as one } from "@/app/api/bed-bookings/[id]/route";
import { GET as list, POST as request } from "@/app/api/bed-bookings/route";
import { POST as admit } from "@/app/api/hospitals/[id]/admissions/route";
import { db } from "@/lib/platform/db/db";
import { call, expectProblem, pathsOf, type Json } from "./appointments-harness";
import { anotherBed, ask, at, MISSING, openHospital, send, set, type Who } from "./beds-harness";

beforeEach(openHospital);

describe("POST /api/bed-bookings", () => {
  it("answers 201 with its location and version, and everyone involved reads the same", async () => {
    const answer = await ask("patient", { to: at(5), reason: "Planned operation" });
    const id = String(answer.body.id);
    expect([answer.status, answer.headers.get("location"), answer.headers.get("etag")]).toEqual([
      201,
      `/api/bed-bookings/${id}`,
      '"1"',
    ]);
    expect(answer.body).toMatchObject({
      status: "REQUESTED",
      patientId: set.patient.patient.id,
      from: at(2),
      to: at(5),
      bedId: null,
      reason: "Planned operation",
      version: 1,
    });
    for (const who of ["patient", "coordinator"] as const) {
      expect((await send(one, "GET", who, { id })).body).toEqual(answer.body);
      expect(
        (await send(list, "GET", who, { query: { hospitalId: set.hospital.id, status: "REQUESTED" } })).body,
      ).toEqual({ items: [answer.body], nextCursor: null });
    }
    expect((await send(list, "GET", "other")).body).toEqual({ items: [], nextCursor: null });
  });

  it("creates one request per key, and reads a date as the hospital's own day", async () => {
    const key = { "Idempotency-Key": crypto.randomUUID() };
    const day = at(2).slice(0, 10);
    const [first, again] = [
      await ask("patient", { from: day, to: day }, key),
      await ask("patient", { from: day, to: day }, key),
    ];
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(first.body).toMatchObject({ from: `${day}T00:00:00Z`, to: `${at(3).slice(0, 10)}T00:00:00Z` });
    expectProblem(await ask("patient", { from: at(3) }, key), 422, "idempotency-key-reused");
    expect(await db.bedBooking.count({ where: { patientId: set.patient.patient.id } })).toBe(1);
  });

  it("names each error: unknown fields, kinds, days, both a known and a new patient; and answers 404 for a missing hospital", async () => {
    expect(pathsOf(expectProblem(await ask("patient", { bedId: set.first.id }), 422, "invalid"))).toEqual(["bedId"]);
    expect(pathsOf(expectProblem(await ask("patient", { wardKind: "PENTHOUSE" }), 422, "invalid"))).toEqual([
      "wardKind",
    ]);
    expect(pathsOf(expectProblem(await ask("patient", { wardKind: "MATERNITY" }), 422, "invalid"))).toEqual([
      "wardKind",
    ]);
    expect(pathsOf(expectProblem(await ask("patient", { from: "tomorrow" }), 422, "invalid"))).toEqual(["from"]);
    expect(pathsOf(expectProblem(await ask("patient", { from: "2031-02-30" }), 422, "invalid"))).toEqual(["from"]);
    expect(pathsOf(expectProblem(await ask("patient", { to: at(1) }), 422, "invalid"))).toEqual(["to"]);
    expect(
      pathsOf(
        expectProblem(await ask("coordinator", { patientId: MISSING, patient: { name: "New" } }), 422, "invalid"),
      ),
    ).toEqual(["patient"]);
    expectProblem(await ask("patient", { patient: { name: "New" } }), 403, "forbidden");
    expectProblem(await ask("patient", { hospitalId: MISSING }), 404, "not-found");
    expectProblem(await ask("patient", { patientId: MISSING }), 404, "not-found");
    expectProblem(await call(request, { method: "POST", body: {} }), 401, "unauthenticated");
  });
});

describe("POST /api/hospitals/{id}/admissions", () => {
  it("admits a patient who has arrived, and no one twice", async () => {
    const second = await anotherBed("2");
    const walkIn = (body: Json, who: Who = "coordinator") => send(admit, "POST", who, { id: set.hospital.id, body });
    const answer = await walkIn({ bedId: set.first.id, patient: { name: "From the street", bornOn: "1950-01-31" } });
    expect([answer.status, answer.headers.get("location")]).toEqual([
      201,
      `/api/bed-bookings/${String(answer.body.id)}`,
    ]);
    expect(answer.body).toMatchObject({ status: "ADMITTED", wardKind: "ICU", bedId: set.first.id });
    expectProblem(await walkIn({ bedId: second.id, patientId: answer.body.patientId }), 409, "patient-admitted");
    expectProblem(await walkIn({ bedId: set.first.id, patient: { name: "Another" } }), 409, "bed-taken");
    for (const who of ["patient", "other"] as const)
      expectProblem(await walkIn({ bedId: second.id, patient: { name: "Another" } }, who), 404, "not-found");
  });
});
