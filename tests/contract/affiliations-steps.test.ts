import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as preview } from "@/app/api/affiliations/[id]/preview/route";
import { GET as affiliation, PATCH as assign } from "@/app/api/affiliations/[id]/route";
import { PUT as change } from "@/app/api/affiliations/[id]/status/route";
import { GET as affiliations } from "@/app/api/affiliations/route";
import { POST as respond } from "@/app/api/doctor-invitations/[id]/respond/route";
import { GET as invitations, POST as ask } from "@/app/api/doctor-invitations/route";
import { db } from "@/lib/platform/db/db";
import { call, essence, expectProblem, pathsOf, type Json } from "./appointments-harness";
import { as, hospital, meetEveryone, MISSING, newDoctor, send } from "./affiliations-harness";

beforeAll(meetEveryone);
beforeEach(() => db.rateLimitWindow.deleteMany());

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
