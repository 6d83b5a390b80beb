import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as affiliation } from "@/app/api/affiliations/[id]/route";
import { POST as respond } from "@/app/api/doctor-invitations/[id]/respond/route";
import { DELETE as withdraw, GET as invitation } from "@/app/api/doctor-invitations/[id]/route";
import { POST as respondByLink } from "@/app/api/doctor-invitations/respond-by-link/route";
import { GET as invitations, POST as ask } from "@/app/api/doctor-invitations/route";
import { db } from "@/lib/platform/db/db";
import { call, essence, expectProblem, pathsOf, type Json } from "./appointments-harness";
import { as, hospital, meetEveryone, MISSING, newDoctor, post, send, type Header } from "./affiliations-harness";
import { newestMailTo } from "@/tests/support/mails";

beforeAll(meetEveryone);
beforeEach(() => db.rateLimitWindow.deleteMany());

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
    const mail = await newestMailTo(email);
    const token = /\/invitations\/([\w-]+)/.exec(mail.text)?.[1];
    const answer = (headers: Header) =>
      call(respondByLink, { method: "POST", headers, body: { token, response: "accept" } });
    expectProblem(await answer(as.patient), 403, "forbidden");
    expect((await answer(doctor.headers)).body).toMatchObject({ status: "ACCEPTED", doctorId: doctor.id });
    expectProblem(await answer(doctor.headers), 401, "invalid-token");
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
