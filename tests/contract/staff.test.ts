import { beforeAll, describe, expect, it } from "vitest";
import { GET as LIST, POST as INVITE } from "@/app/api/hospitals/[id]/staff/route";
import { DELETE as REMOVE, PATCH as CHANGE } from "@/app/api/hospitals/[id]/staff/[member]/route";
import { GET as INVITATIONS } from "@/app/api/hospitals/[id]/staff/invitations/route";
import { DELETE as WITHDRAW } from "@/app/api/hospitals/[id]/staff/invitations/[invitation]/route";
import { POST as RESEND } from "@/app/api/hospitals/[id]/staff/invitations/[invitation]/resend/route";
import { createCast } from "@/tests/support/actors";
import { createStaff } from "@/tests/support/factories";
import { bearerOf, call, essence, expectProblem, pathsOf, type Handler } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let cast: Awaited<ReturnType<typeof createCast>>;
let id: string;
let manager: { Authorization: string };

beforeAll(async () => {
  cast = await createCast();
  id = cast.hospital.id;
  manager = await bearerOf(cast.manager.user);
});

const send = (handler: unknown, params: object, options: Parameters<typeof call>[1] = {}) =>
  call(handler as Handler, { headers: manager, params: { id, ...params }, ...options });

describe("/api/hospitals/{id}/staff", () => {
  it("lists, invites, resends and withdraws, and invites once per Idempotency-Key", async () => {
    const headers = { ...manager, "Idempotency-Key": "staff-1" };
    const body = { email: "New.Person@caresync.test", role: "COORDINATOR" };
    const sent = await send(INVITE, {}, { method: "POST", body, headers });
    expect(sent.status).toBe(201);
    expect(sent.body).toEqual({
      id: expect.any(String),
      email: "new.person@caresync.test",
      role: "COORDINATOR",
      status: "PENDING",
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
    });
    const replayed = await send(INVITE, {}, { method: "POST", body, headers });
    expect([replayed.body.id, replayed.headers.get("idempotent-replayed")]).toEqual([sent.body.id, "true"]);
    expectProblem(await send(INVITE, {}, { method: "POST", body }), 409, "already-exists");
    const invitationId = sent.body.id as string;
    expect((await send(INVITATIONS, {})).body).toMatchObject({ items: [{ id: invitationId }], nextCursor: null });
    expect((await send(RESEND, { invitation: invitationId }, { method: "POST" })).status).toBe(200);
    expect((await send(WITHDRAW, { invitation: invitationId }, { method: "DELETE" })).status).toBe(204);
    expectProblem(await send(WITHDRAW, { invitation: invitationId }, { method: "DELETE" }), 409, "invalid-transition");
    const list = await send(LIST, {});
    expect(list.body.items).toHaveLength(2);
    expect(list.text).not.toMatch(/tokenHash|passwordHash/);
  });

  it("changes a role and removes a member, but never the last manager", async () => {
    const { staff } = await createStaff(id, "COORDINATOR");
    expect(
      (await send(CHANGE, { member: staff.id }, { method: "PATCH", body: { role: "MANAGER" } })).body,
    ).toMatchObject({ id: staff.id, role: "MANAGER" });
    expect((await send(REMOVE, { member: staff.id }, { method: "DELETE" })).status).toBe(204);
    expectProblem(await send(REMOVE, { member: cast.manager.staff.id }, { method: "DELETE" }), 409, "last-manager");
    expectProblem(
      await send(CHANGE, { member: cast.manager.staff.id }, { method: "PATCH", body: { role: "COORDINATOR" } }),
      409,
      "last-manager",
    );
  });

  it("answers 404 to a coordinator and a stranger, and asks visitors to sign in", async () => {
    const missing = await send(LIST, { id: MISSING });
    expectProblem(missing, 404, "not-found");
    for (const { user } of [cast.coordinator, cast.patient, cast.doctor]) {
      const headers = await bearerOf(user);
      expect(essence(await send(LIST, {}, { headers }))).toEqual(essence(missing));
      expectProblem(
        await send(INVITE, {}, { method: "POST", headers, body: { email: "a@caresync.test", role: "MANAGER" } }),
        404,
        "not-found",
      );
    }
    expect((await send(LIST, {}, { headers: await bearerOf(cast.admin.user) })).status).toBe(200);
    expectProblem(await send(LIST, {}, { headers: {} }), 401, "unauthenticated");
  });

  it.each([
    [{ email: "nobody", role: "MANAGER" }, "email"],
    [{ email: "a@caresync.test", role: "OWNER" }, "role"],
    [{ email: "a@caresync.test", role: "MANAGER", admin: true }, "admin"],
  ])("refuses %j", async (body, path) => {
    expect(pathsOf(expectProblem(await send(INVITE, {}, { method: "POST", body }), 422, "invalid"))).toContain(path);
  });
});
