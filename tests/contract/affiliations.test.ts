import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as preview } from "@/app/api/affiliations/[id]/preview/route";
import { GET as affiliation, PATCH as assign } from "@/app/api/affiliations/[id]/route";
import { PUT as change } from "@/app/api/affiliations/[id]/status/route";
import { GET as affiliations } from "@/app/api/affiliations/route";
import { POST as respond } from "@/app/api/doctor-invitations/[id]/respond/route";
import { DELETE as withdraw, GET as invitation } from "@/app/api/doctor-invitations/[id]/route";
import { POST as respondByLink } from "@/app/api/doctor-invitations/respond-by-link/route";
import { GET as invitations, POST as ask } from "@/app/api/doctor-invitations/route";
import { POST as invite } from "@/app/api/hospitals/[id]/invitations/route";
import { db } from "@/lib/platform/db/db";
import { createAdmin, createDoctor, createHospital, createPatient, createStaff } from "../support/factories";
import { bearerOf, call, essence, expectProblem, pathsOf, type Handler, type Json } from "./appointments-harness";

type Header = { Authorization: string };
const MISSING = "01890000-0000-7000-8000-000000000000";

let hospital: Awaited<ReturnType<typeof createHospital>>;
const as = {} as Record<"manager" | "coordinator" | "stranger" | "patient" | "admin", Header>;

beforeAll(async () => {
  hospital = await createHospital();
  as.manager = await bearerOf((await createStaff(hospital.id, "MANAGER")).user);
  as.coordinator = await bearerOf((await createStaff(hospital.id, "COORDINATOR")).user);
  as.stranger = await bearerOf((await createStaff((await createHospital()).id, "MANAGER")).user);
  as.patient = await bearerOf((await createPatient()).user);
  as.admin = await bearerOf(await createAdmin());
});
beforeEach(() => db.rateLimitWindow.deleteMany());

async function newDoctor() {
  const { doctor, user } = await createDoctor();
  return { id: doctor.id, name: doctor.name, user, headers: await bearerOf(user) };
}
const send = (
  handler: Handler,
  method: string,
  headers: Record<string, string>,
  id: string,
  body?: unknown,
  more: Record<string, string> = {},
) =>
  call(handler, { method, params: { id }, headers: { ...headers, ...more }, ...(body === undefined ? {} : { body }) });
const post = (body: unknown, headers: Record<string, string> = as.manager, id = hospital.id) =>
  send(invite, "POST", headers, id, body);

describe("POST /api/hospitals/{id}/invitations", () => {
  it("answers with the invitation, its Location and ETag, once per Idempotency-Key", async () => {
    const doctor = await newDoctor();
    const key = { ...as.manager, "Idempotency-Key": `invite-${doctor.id}` };
    const first = await post({ doctorId: doctor.id, message: "Join us" }, key);
    expect([first.status, first.headers.get("etag"), first.headers.get("location")]).toEqual([
      201,
      '"1"',
      `/api/doctor-invitations/${String(first.body.id)}`,
    ]);
    expect(first.body).toMatchObject({
      direction: "INVITATION",
      hospitalId: hospital.id,
      hospitalName: hospital.name,
      doctorId: doctor.id,
      doctorName: doctor.name,
      email: null,
      status: "PENDING",
      message: "Join us",
      version: 1,
    });
    const again = await post({ doctorId: doctor.id, message: "Join us" }, key);
    expect([again.body, again.headers.get("idempotent-replayed")]).toEqual([first.body, "true"]);
    expectProblem(await post({ doctorId: doctor.id }), 409, "already-exists");
    expect(await db.outboundMail.count({ where: { toAddress: doctor.user.email } })).toBe(1);
    expect(first.text).not.toMatch(/token/i);
  });

  it("answers 403 to a coordinator, 404 to another hospital's manager as for a missing hospital, and 401 without credentials", async () => {
    const { id } = await newDoctor();
    expectProblem(await post({ doctorId: id }, as.coordinator), 403, "forbidden");
    const foreign = await post({ doctorId: id }, as.stranger);
    expectProblem(foreign, 404, "not-found");
    expect(essence(foreign)).toEqual(essence(await post({ doctorId: id }, as.manager, MISSING)));
    for (const headers of [as.patient, as.admin])
      expectProblem(await post({ doctorId: id }, headers), 404, "not-found");
    expectProblem(
      await call(invite, { method: "POST", params: { id: hospital.id }, body: { doctorId: id } }),
      401,
      "unauthenticated",
    );
  });

  it("names what is wrong in the input", async () => {
    for (const [body, path] of [
      [{}, "doctorId"],
      [{ doctorId: MISSING, email: "a@caresync.test" }, "doctorId"],
      [{ email: "no address" }, "email"],
      [{ email: "a@caresync.test", message: "x".repeat(5_000) }, "message"],
      [{ email: "a@caresync.test", status: "ACCEPTED" }, "status"],
      [{ email: "a@caresync.test", departmentId: MISSING }, "departmentId"],
    ] as [Json, string][]) {
      expect(pathsOf(expectProblem(await post(body), 422, "invalid"))).toContain(path);
    }
    expectProblem(await post({ doctorId: MISSING }), 404, "not-found");
  });
});

describe("POST /api/doctor-invitations/{id}/respond", () => {
  it("accepts: the affiliation exists at once for both sides and administrators, with its ETag", async () => {
    const doctor = await newDoctor();
    const { id } = (await post({ doctorId: doctor.id })).body;
    expectProblem(
      await send(respond, "POST", doctor.headers, String(id), { response: "accept" }, { "If-Match": '"4"' }),
      412,
      "precondition-failed",
    );
    const accepted = await send(
      respond,
      "POST",
      doctor.headers,
      String(id),
      { response: "accept" },
      { "If-Match": '"1"' },
    );
    expect([accepted.status, accepted.headers.get("etag")]).toEqual([200, '"2"']);
    expect(accepted.body).toMatchObject({ status: "ACCEPTED", affiliationId: expect.any(String) });
    expectProblem(
      await send(respond, "POST", doctor.headers, String(id), { response: "accept" }),
      409,
      "invalid-transition",
    );
    for (const headers of [doctor.headers, as.manager, as.coordinator, as.admin]) {
      const read = await send(affiliation, "GET", headers, String(accepted.body.affiliationId));
      expect([read.status, read.headers.get("etag")]).toEqual([200, '"1"']);
      expect(read.body).toMatchObject({
        doctorId: doctor.id,
        doctorName: doctor.name,
        hospitalId: hospital.id,
        status: "ACTIVE",
      });
    }
  });

  it("declines with a reason, or without one", async () => {
    for (const reason of ["Too far away", undefined]) {
      const doctor = await newDoctor();
      const { id } = (await post({ doctorId: doctor.id })).body;
      const declined = await send(respond, "POST", doctor.headers, String(id), {
        response: "decline",
        ...(reason ? { reason } : {}),
      });
      expect([declined.status, declined.body.status, declined.body.statusReason]).toEqual([
        200,
        "DECLINED",
        reason ?? null,
      ]);
    }
  });

  it("distinguishes 403 (visible, but the other side's to answer) from 404 (not theirs)", async () => {
    const [doctor, other] = [await newDoctor(), await newDoctor()];
    const id = String((await post({ doctorId: doctor.id })).body.id);
    for (const headers of [as.manager, as.admin])
      expectProblem(await send(respond, "POST", headers, id, { response: "accept" }), 403, "forbidden");
    const missing = essence(await send(respond, "POST", other.headers, MISSING, { response: "accept" }));
    for (const headers of [other.headers, as.coordinator, as.stranger, as.patient]) {
      expect(essence(await send(respond, "POST", headers, id, { response: "accept" }))).toEqual(missing);
      expect(essence(await send(invitation, "GET", headers, id))).toEqual(missing);
      expect(essence(await send(withdraw, "DELETE", headers, id))).toEqual(missing);
    }
    expect(
      pathsOf(expectProblem(await send(respond, "POST", doctor.headers, id, { response: "maybe" }), 422, "invalid")),
    ).toEqual(["response"]);
  });
});

describe("POST /api/doctor-invitations/respond-by-link", () => {
  it("works once, with a doctor's account", async () => {
    const doctor = await newDoctor();
    const email = "by-link@caresync.test";
    await post({ email });
    const mail = await db.outboundMail.findFirstOrThrow({ where: { toAddress: email } });
    const token = /\/invitations\/([\w-]+)/.exec(mail.text)?.[1];
    const answer = (headers: Header) =>
      call(respondByLink, { method: "POST", headers, body: { token, response: "accept" } });
    expectProblem(await answer(as.patient), 403, "forbidden");
    expect((await answer(doctor.headers)).body).toMatchObject({ status: "ACCEPTED", doctorId: doctor.id });
    expectProblem(await answer(doctor.headers), 401, "invalid-token");
  });
});

describe("DELETE /api/doctor-invitations/{id}", () => {
  it("withdraws once, and honours If-Match", async () => {
    const doctor = await newDoctor();
    const id = String((await post({ doctorId: doctor.id })).body.id);
    expectProblem(
      await send(withdraw, "DELETE", as.manager, id, undefined, { "If-Match": '"2"' }),
      412,
      "precondition-failed",
    );
    expectProblem(await send(withdraw, "DELETE", doctor.headers, id), 403, "forbidden");
    expect((await send(withdraw, "DELETE", as.manager, id, undefined, { "If-Match": '"1"' })).status).toBe(204);
    expectProblem(await send(withdraw, "DELETE", as.manager, id), 409, "invalid-transition");
    expect((await send(invitation, "GET", doctor.headers, id)).body).toMatchObject({ status: "WITHDRAWN", version: 2 });
  });
});

describe("a request to join", () => {
  it("is made by a doctor, answered by a manager into a department, and listed to both", async () => {
    const doctor = await newDoctor();
    const department = await db.department.create({ data: { hospitalId: hospital.id, name: "Requests" } });
    const asked = await call(ask, { method: "POST", headers: doctor.headers, body: { hospitalId: hospital.id } });
    expect([asked.status, asked.headers.get("location")]).toEqual([
      201,
      `/api/doctor-invitations/${String(asked.body.id)}`,
    ]);
    expectProblem(
      await call(ask, { method: "POST", headers: doctor.headers, body: { hospitalId: hospital.id } }),
      409,
      "already-exists",
    );
    expectProblem(
      await call(ask, { method: "POST", headers: doctor.headers, body: { hospitalId: MISSING } }),
      404,
      "not-found",
    );
    expectProblem(
      await call(ask, { method: "POST", headers: as.patient, body: { hospitalId: hospital.id } }),
      404,
      "not-found",
    );
    const query = { direction: "REQUEST", status: "PENDING", hospitalId: hospital.id };
    for (const headers of [doctor.headers, as.manager, as.admin]) {
      expect(((await call(invitations, { headers, query })).body.items as Json[]).map(({ id }) => id)).toContain(
        asked.body.id,
      );
    }
    expect((await call(invitations, { headers: as.coordinator, query })).body).toEqual({ items: [], nextCursor: null });
    const accepted = await send(respond, "POST", as.manager, String(asked.body.id), {
      response: "accept",
      departmentId: department.id,
    });
    const joined = await send(affiliation, "GET", doctor.headers, String(accepted.body.affiliationId));
    expect(joined.body).toMatchObject({ departmentId: department.id, departmentName: "Requests" });
  });
});

describe("an affiliation", () => {
  async function joined() {
    const doctor = await newDoctor();
    const asked = await call(ask, { method: "POST", headers: doctor.headers, body: { hospitalId: hospital.id } });
    const { affiliationId } = (await send(respond, "POST", as.manager, String(asked.body.id), { response: "accept" }))
      .body;
    return { ...doctor, affiliationId: String(affiliationId) };
  }

  it("is suspended, reinstated and ended step by step, each with its version", async () => {
    const { affiliationId: id, headers } = await joined();
    expect((await send(preview, "GET", as.manager, id)).body).toEqual({ comingVisits: 0 });
    expect(
      pathsOf(expectProblem(await send(change, "PUT", as.manager, id, { status: "SUSPENDED" }), 422, "invalid")),
    ).toEqual(["reason"]);
    expect((await send(change, "PUT", as.manager, id, { status: "ACTIVE" })).body).toMatchObject({
      status: "ACTIVE",
      version: 1,
      notified: { told: 0, toCall: 0 },
    });
    const suspended = await send(
      change,
      "PUT",
      as.manager,
      id,
      { status: "SUSPENDED", reason: "A question" },
      { "If-Match": '"1"' },
    );
    expect([suspended.status, suspended.headers.get("etag"), suspended.body.statusReason]).toEqual([
      200,
      '"2"',
      "A question",
    ]);
    expectProblem(
      await send(change, "PUT", as.manager, id, { status: "ACTIVE" }, { "If-Match": '"1"' }),
      412,
      "precondition-failed",
    );
    expectProblem(await send(change, "PUT", headers, id, { status: "ACTIVE" }), 403, "forbidden");
    expect((await send(change, "PUT", as.manager, id, { status: "ACTIVE" })).body).toMatchObject({
      status: "ACTIVE",
      version: 3,
    });
    expect((await send(change, "PUT", headers, id, { status: "ENDED", reason: "Moving away" })).body).toMatchObject({
      status: "ENDED",
      endedAt: expect.any(String),
    });
  });

  it("can be read but not changed by coordinators and administrators, and is 404 for others", async () => {
    const { affiliationId: id } = await joined();
    const end = { status: "ENDED", reason: "x" };
    for (const headers of [as.coordinator, as.admin]) {
      expectProblem(await send(change, "PUT", headers, id, end), 403, "forbidden");
      expectProblem(await send(assign, "PATCH", headers, id, { departmentId: null }), 403, "forbidden");
    }
    for (const headers of [as.stranger, as.patient]) {
      const missing = essence(await send(change, "PUT", headers, MISSING, end));
      expect(missing.status).toBe(404);
      for (const answer of [
        await send(change, "PUT", headers, id, end),
        await send(assign, "PATCH", headers, id, { departmentId: null }),
        await send(affiliation, "GET", headers, id),
        await send(preview, "GET", headers, id),
      ]) {
        expect(essence(answer)).toEqual(missing);
      }
    }
  });

  it("can be assigned to a department", async () => {
    const { affiliationId: id } = await joined();
    const department = await db.department.create({ data: { hospitalId: hospital.id, name: "Cardiology" } });
    const put = await send(assign, "PATCH", as.manager, id, { departmentId: department.id }, { "If-Match": '"1"' });
    expect([put.status, put.body.departmentName, put.headers.get("etag")]).toEqual([200, "Cardiology", '"2"']);
  });

  it("is listed page by page, and a cursor of another list is refused", async () => {
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page = await call(affiliations, {
        headers: as.manager,
        query: { limit: "1", ...(cursor ? { cursor } : {}) },
      });
      expect(page.status).toBe(200);
      seen.push(...(page.body.items as Json[]).map(({ id }) => id));
      cursor = page.body.nextCursor as string | null;
    } while (cursor);
    expect(seen).toHaveLength(await db.affiliation.count({ where: { hospitalId: hospital.id } }));
    for (const list of [affiliations, invitations])
      expectProblem(await call(list, { headers: as.manager, query: { cursor: "bm8" } }), 422, "invalid");
  });
});
