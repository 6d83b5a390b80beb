import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DELETE as withdraw, GET as invitation } from "@/app/api/doctor-invitations/[id]/route";
import { POST as invite } from "@/app/api/hospitals/[id]/invitations/route";
import { db } from "@/lib/platform/db/db";
import { call, essence, expectProblem, pathsOf, type Json } from "./appointments-harness";
import { as, hospital, meetEveryone, MISSING, newDoctor, post, send } from "./affiliations-harness";
import { mailsTo } from "@/tests/support/mails";

beforeAll(meetEveryone);
beforeEach(() => db.rateLimitWindow.deleteMany());

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
    expect(await mailsTo(doctor.user.email)).toHaveLength(1);
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
