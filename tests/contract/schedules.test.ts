import { beforeAll, describe, expect, it } from "vitest";
import { GET as listSchedules, POST as createSchedule } from "@/app/api/doctors/[id]/schedules/route";
import { DELETE as deleteSchedule, GET as getSchedule, PUT as replaceSchedule } from "@/app/api/schedules/[id]/route";
import { GET as listSpecialties } from "@/app/api/specialties/route";
import { db } from "@/lib/platform/db/db";
import {
  createAffiliation,
  createAppointment,
  createDoctor,
  createHospital,
  createPatient,
  createSpecialty,
  createStaff,
  inDays,
} from "../support/factories";
import { bearerOf, call, essence, expectProblem, pathsOf, type Json } from "./appointments-harness";

type Header = { Authorization: string };
const HOURS = { timeZone: "UTC", slotMinutes: 30, rules: [{ weekday: 1, start: "09:00", end: "12:00" }] };

let doctor: Awaited<ReturnType<typeof createDoctor>>;
let hospital: Awaited<ReturnType<typeof createHospital>>;
let own: Header, stranger: Header, desk: Header, patient: Header;

beforeAll(async () => {
  hospital = await createHospital();
  doctor = await createDoctor({ hospitalId: hospital.id });
  own = await bearerOf(doctor.user);
  stranger = await bearerOf((await createDoctor()).user);
  desk = await bearerOf((await createStaff(hospital.id)).user);
  patient = await bearerOf((await createPatient()).user);
});

const params = () => ({ id: doctor.schedule!.id });
const read = async () => (await call(getSchedule, { params: params(), headers: own })).body;
const replace = (body: unknown, headers: Record<string, string> = own) =>
  call(replaceSchedule, { method: "PUT", params: params(), headers, body });
const remove = (headers: Record<string, string> = own) =>
  call(deleteSchedule, { method: "DELETE", params: params(), headers });

describe("a schedule", () => {
  it("is answered in full with its version as ETag, and sending it back unchanged changes nothing", async () => {
    const answer = await call(getSchedule, { params: params(), headers: own });
    expect([answer.status, answer.headers.get("etag")]).toEqual([200, `"${String(answer.body.version)}"`]);
    const nobody = { told: 0, toCall: 0 };
    const put = (body: unknown) => replace(body, { ...own, "If-Match": answer.headers.get("etag")! });
    const same = await put(answer.body);
    expect([same.status, same.headers.get("etag"), same.body]).toEqual([
      200,
      answer.headers.get("etag"),
      { ...answer.body, notified: nobody },
    ]);
    const changed = await put({ ...answer.body, horizonDays: 61 });
    const version = (answer.body.version as number) + 1;
    expect([changed.status, changed.headers.get("etag")]).toEqual([200, `"${version}"`]);
    expect(changed.body).toEqual({ ...answer.body, horizonDays: 61, version, notified: nobody });
  });

  it("is refused when it changed meanwhile: 412 by If-Match, 409 by the version in the body", async () => {
    const now = await read();
    const old = { ...own, "If-Match": `"${(now.version as number) - 1}"` };
    const { version: _version, ...body } = now;
    expectProblem(await replace(body, old), 412, "precondition-failed");
    expectProblem(await replace({ ...body, version: (now.version as number) - 1 }), 409, "version-mismatch");
    expectProblem(await remove(old), 412, "precondition-failed");
  });

  it("answers a dryRun with the visits that would fall outside, without an ETag, and changes nothing", async () => {
    const { patient: who } = await createPatient();
    const visit = await createAppointment(
      { doctorId: doctor.doctor.id, patientId: who.id },
      { startsAt: inDays(7, "10:00"), hospitalId: hospital.id, scheduleId: doctor.schedule!.id },
    );
    const before = await read();
    const dry = await call(replaceSchedule, {
      method: "PUT",
      params: params(),
      query: { dryRun: "true" },
      headers: own,
      body: { ...before, rules: [] },
    });
    expect([dry.status, dry.headers.get("etag")]).toEqual([200, null]);
    const displaced = {
      appointmentId: visit.id,
      patientId: who.id,
      start: visit.startsAt.toISOString(),
      end: visit.endsAt.toISOString(),
    };
    expect(dry.body).toEqual({ dryRun: true, needRebooking: [displaced] });
    expect(await read()).toEqual(before);
    expect((await db.appointment.findUniqueOrThrow({ where: { id: visit.id } })).needsRebooking).toBe(false);
  });

  it("can be changed by its doctor, read by the hospital's staff, and is 404 for everyone else", async () => {
    const body = await read();
    expect((await call(getSchedule, { params: params(), headers: desk })).status).toBe(200);
    expectProblem(await replace(body, desk), 403, "forbidden");
    expectProblem(await remove(desk), 403, "forbidden");
    const nowhere = { id: crypto.randomUUID() };
    for (const headers of [stranger, patient]) {
      for (const [handler, sent] of [
        [getSchedule, { headers }],
        [replaceSchedule, { method: "PUT", headers, body }],
        [deleteSchedule, { method: "DELETE", headers }],
      ] as const) {
        const anothers = await call(handler, { ...sent, params: params() });
        expectProblem(anothers, 404, "not-found");
        expect(essence(anothers)).toEqual(essence(await call(handler, { ...sent, params: nowhere })));
      }
    }
    expect((await call(getSchedule, { params: params() })).status).toBe(401);
  });

  it("names the invalid field", async () => {
    const body = await read();
    const faulty: [Json, string][] = [
      [{ ...body, slotMinutes: 1 }, "slotMinutes"],
      [{ ...body, rules: [{ weekday: 8, start: "09:00", end: "12:00" }] }, "rules.0.weekday"],
      [{ ...body, timeZone: "Mars/Olympus" }, "timeZone"],
      [{ ...body, timeZone: "Europe/Berlin" }, "timeZone"],
      [{ ...body, hospitalId: null }, "hospitalId"],
      [{ ...body, colour: "red" }, "colour"],
    ];
    for (const [sent, path] of faulty) {
      expect(pathsOf(expectProblem(await replace(sent), 422, "invalid"))).toContain(path);
    }
  });
});

describe("a doctor's schedules", () => {
  it("are created one per place, where the doctor is affiliated, once per key", async () => {
    const create = (body: Json, headers: Record<string, string> = own) =>
      call(createSchedule, { method: "POST", params: { id: doctor.doctor.id }, headers, body });
    const key = { ...own, "Idempotency-Key": "open-practice" };
    const first = await create({ hospitalId: null, ...HOURS }, key);
    expect([first.status, first.headers.get("etag"), first.headers.get("location")]).toEqual([
      201,
      '"1"',
      `/api/schedules/${String(first.body.id)}`,
    ]);
    expect((await create({ hospitalId: null, ...HOURS }, key)).body).toEqual(first.body);
    expectProblem(await create({ hospitalId: null, ...HOURS }), 409, "already-exists");
    expect(
      pathsOf(expectProblem(await create({ hospitalId: (await createHospital()).id, ...HOURS }), 422, "invalid")),
    ).toEqual(["hospitalId"]);
    expectProblem(await create({ hospitalId: null, ...HOURS }, stranger), 404, "not-found");
  });

  it("are listed in pages for the doctor, and for a hospital's staff as far as they are theirs", async () => {
    const second = await createHospital();
    await createAffiliation(doctor.doctor.id, second.id);
    await call(createSchedule, {
      method: "POST",
      params: { id: doctor.doctor.id },
      headers: own,
      body: { hospitalId: second.id, ...HOURS },
    });
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page = await call(listSchedules, {
        params: { id: doctor.doctor.id },
        headers: own,
        query: { limit: "1", ...(cursor ? { cursor } : {}) },
      });
      expect(page.status).toBe(200);
      seen.push(...(page.body.items as Json[]).map(({ hospitalId }) => hospitalId));
      cursor = page.body.nextCursor as string | null;
    } while (cursor);
    expect(seen).toEqual([hospital.id, null, second.id]);
    const theirs = await call(listSchedules, { params: { id: doctor.doctor.id }, headers: desk });
    expect((theirs.body.items as Json[]).map(({ hospitalId }) => hospitalId)).toEqual([hospital.id]);
    expectProblem(await call(listSchedules, { params: { id: doctor.doctor.id }, headers: stranger }), 404, "not-found");
  });

  it("are deleted one by one, and their bookings stay and need another time", async () => {
    const gone = await remove();
    expect([gone.status, gone.text]).toEqual([204, ""]);
    expectProblem(await call(getSchedule, { params: params(), headers: own }), 404, "not-found");
    expect(
      await db.appointment.count({ where: { doctorId: doctor.doctor.id, status: "CONFIRMED", needsRebooking: true } }),
    ).toBe(1);
  });
});

describe("the specialties", () => {
  it("come in pages like every list", async () => {
    for (let i = 0; i < 3; i++) await createSpecialty();
    const all = await call(listSpecialties, { query: { limit: "100" } });
    const first = await call(listSpecialties, { query: { limit: "2" } });
    const rest = await call(listSpecialties, { query: { limit: "100", cursor: first.body.nextCursor as string } });
    expect([...(first.body.items as Json[]), ...(rest.body.items as Json[])]).toEqual(all.body.items);
  });
});
