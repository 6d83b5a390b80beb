import { beforeAll, describe, expect, it } from "vitest";
import { POST as END } from "@/app/api/admin/announcements/[id]/end/route";
import { GET as LIST, POST as PUBLISH } from "@/app/api/admin/announcements/route";
import { POST as VERIFY } from "@/app/api/admin/audit/verifications/route";
import { POST as DISMISS } from "@/app/api/announcements/[id]/dismiss/route";
import { GET as OWN } from "@/app/api/announcements/route";
import { createCast } from "@/tests/support/actors";
import { bearerOf, call, expectProblem, type Handler } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let admin: { Authorization: string };
let doctor: { Authorization: string };

beforeAll(async () => {
  const cast = await createCast();
  [admin, doctor] = [await bearerOf(cast.admin.user), await bearerOf(cast.doctor.user)];
});

const send = (handler: unknown, options: Parameters<typeof call>[1]) =>
  call(handler as Handler, { method: "POST", headers: admin, ...options });
const idsOf = (body: Record<string, unknown>) => (body.items as { id: string }[]).map(({ id }) => id);

describe("/api/admin/announcements", () => {
  it("publishes once per Idempotency-Key, and ends once", async () => {
    const headers = { ...admin, "Idempotency-Key": crypto.randomUUID() };
    const body = { text: "The phones are down.", level: "WARNING", audience: "DOCTORS" };
    const first = await send(PUBLISH, { headers, body });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ ...body, endsAt: null, endedAt: null, maintenance: null });
    expect((await send(PUBLISH, { headers, body })).body.id).toBe(first.body.id);
    const id = first.body.id as string;
    expect(idsOf((await send(LIST, { method: "GET" })).body)).toEqual([id]);
    expect(idsOf((await send(OWN, { method: "GET", headers: doctor })).body)).toEqual([id]);
    expect((await send(DISMISS, { headers: doctor, params: { id } })).status).toBe(204);
    expect(idsOf((await send(OWN, { method: "GET", headers: doctor })).body)).toEqual([]);
    expect((await send(END, { params: { id } })).body.endedAt).toEqual(expect.any(String));
    expectProblem(await send(END, { params: { id } }), 409, "invalid-transition");
    expectProblem(await send(DISMISS, { headers: doctor, params: { id } }), 404, "not-found");
  });

  it("refuses what is empty or over, and what isn't there", async () => {
    expectProblem(await send(PUBLISH, { body: { text: " " } }), 422, "invalid");
    expectProblem(await send(PUBLISH, { body: { text: "Over", endsAt: "2020-01-01T00:00:00Z" } }), 422, "invalid");
    expectProblem(await send(END, { params: { id: MISSING } }), 404, "not-found");
  });
});

it("verifies a stretch of the audit trail, and refuses what is no seal", async () => {
  const { status, body } = await send(VERIFY, { body: { after: "0" } });
  expect([status, body.found, body.findings]).toEqual([200, 0, []]);
  expectProblem(await send(VERIFY, { body: { after: "first" } }), 422, "invalid");
});
