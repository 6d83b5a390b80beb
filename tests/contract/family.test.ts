import { beforeAll, describe, expect, it } from "vitest";
import { GET as PATIENTS, POST as ADD } from "@/app/api/patients/route";
import { PATCH as CORRECT } from "@/app/api/patients/[id]/route";
import { GET as ACCESS } from "@/app/api/patients/[id]/access/route";
import { DELETE as END, PATCH as CHANGE } from "@/app/api/patients/[id]/access/[access]/route";
import { GET as INVITATIONS, POST as INVITE } from "@/app/api/patients/[id]/access/invitations/route";
import { DELETE as WITHDRAW } from "@/app/api/patients/[id]/access/invitations/[invitation]/route";
import { POST as RESEND } from "@/app/api/patients/[id]/access/invitations/[invitation]/resend/route";
import { createCast } from "@/tests/support/actors";
import { db } from "@/lib/platform/db/db";
import { bearerOf, call, essence, expectProblem, type Handler } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
const BORN = `${new Date().getUTCFullYear() - 8}-01-31`;
let cast: Awaited<ReturnType<typeof createCast>>;
let parent: { Authorization: string };
let id: string;
let accessId: string;

const send = (handler: unknown, params: object, options: Parameters<typeof call>[1] = {}) =>
  call(handler as Handler, { headers: parent, params: { id, ...params }, ...options });

beforeAll(async () => {
  cast = await createCast();
  parent = await bearerOf(cast.patient.user);
  const added = await call(ADD as Handler, {
    method: "POST",
    headers: parent,
    body: { name: "Small Person", bornOn: BORN },
  });
  id = added.body.id as string;
  accessId = added.body.accessId as string;
});

describe("/api/patients", () => {
  it("adds a child once per Idempotency-Key, and lists the people you act for page by page, yourself first", async () => {
    const headers = { ...parent, "Idempotency-Key": "child-1" };
    const add = () => call(ADD as Handler, { method: "POST", headers, body: { name: "Second", bornOn: BORN } });
    const [first, again] = [await add(), await add()];
    expect([first.status, again.body.id]).toEqual([201, first.body.id]);
    const page = (query: Record<string, string>) => call(PATIENTS as Handler, { headers: parent, query });
    const start = await page({ limit: "1" });
    expect(start.body).toMatchObject({
      items: [{ relation: "SELF", scope: "ALL", canManage: true, hasAccount: true }],
    });
    const rest = await page({ limit: "5", cursor: start.body.nextCursor as string });
    expect((rest.body.items as { id: string }[]).map((item) => item.id)).toEqual([id, first.body.id]);
    expect(rest.body).toMatchObject({ items: [{ bornOn: BORN, untilMajority: true, hasAccount: false }, {}] });
  });

  it("refuses an adult and a birthday that isn't a date", async () => {
    for (const bornOn of ["1980-01-01", "yesterday"]) {
      const answer = await call(ADD as Handler, { method: "POST", headers: parent, body: { name: "Someone", bornOn } });
      expectProblem(answer, 422, "invalid");
    }
  });
});

describe("/api/patients/{id}", () => {
  it("corrects a child by its version, and is that of a missing patient to everyone else", async () => {
    const correct = (version: number, headers = parent) =>
      send(
        CORRECT,
        {},
        { method: "PATCH", body: { name: "Small P" }, headers: { ...headers, "If-Match": `"${version}"` } },
      );
    const changed = await correct(1);
    expect([changed.status, changed.headers.get("etag"), changed.body]).toEqual([200, '"2"', { id, version: 2 }]);
    expectProblem(await correct(1), 412, "precondition-failed");
    for (const { user } of [cast.doctor, cast.manager, cast.admin])
      expectProblem(await correct(2, await bearerOf(user)), 404, "not-found");
  });
});

describe("/api/patients/{id}/access", () => {
  it("invites, lists and withdraws, and invites once per Idempotency-Key", async () => {
    const body = { email: "Other.Parent@caresync.test", relation: "CHILD", scope: "READ", endsOn: "2190-01-31" };
    const invite = () =>
      send(INVITE, {}, { method: "POST", body, headers: { ...parent, "Idempotency-Key": "invite-1" } });
    const [sent, again] = [await invite(), await invite()];
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ email: "other.parent@caresync.test", scope: "READ", status: "PENDING" });
    expect(again.body.id).toBe(sent.body.id);
    expectProblem(await send(INVITE, {}, { method: "POST", body }), 409, "already-exists");
    const listed = await send(INVITATIONS, {});
    expect(listed.body).toMatchObject({ items: [{ id: sent.body.id }], nextCursor: null });
    expect(listed.text).not.toMatch(/tokenHash/);
    const invitation = sent.body.id as string;
    const resent = await send(RESEND, { invitation }, { method: "POST" });
    expect([resent.status, resent.body.id, resent.body.status]).toEqual([200, invitation, "PENDING"]);
    expect(resent.text).not.toMatch(/token/i);
    expect((await send(WITHDRAW, { invitation }, { method: "DELETE" })).status).toBe(204);
    expectProblem(await send(RESEND, { invitation }, { method: "POST" }), 409, "invalid-transition");
    expectProblem(await send(WITHDRAW, { invitation }, { method: "DELETE" }), 409, "invalid-transition");
    const past = { ...body, endsOn: "2020-01-31" };
    expectProblem(await send(INVITE, {}, { method: "POST", body: past }), 422, "invalid");
  });

  it("changes and ends an access by its version, but never the last", async () => {
    const helper = await db.patientAccess.create({
      data: { userId: cast.doctor.user.id, patientId: id, relation: "OTHER", scope: "BOOK" },
    });
    const change = (version: number) =>
      send(
        CHANGE,
        { access: helper.id },
        { method: "PATCH", body: { scope: "READ" }, headers: { ...parent, "If-Match": `"${version}"` } },
      );
    const changed = await change(1);
    expect([changed.status, changed.headers.get("etag")]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ scope: "READ", endsOn: null, isYou: false });
    expectProblem(await change(1), 412, "precondition-failed");
    expect((await send(ACCESS, {})).body).toMatchObject({ items: [{ id: accessId, isYou: true }, { id: helper.id }] });
    expect((await send(END, { access: helper.id }, { method: "DELETE" })).status).toBe(204);
    expectProblem(await send(END, { access: accessId }, { method: "DELETE" }), 409, "last-access");
  });

  it("looks to everyone else like that of a missing patient", async () => {
    const missing = essence(await send(ACCESS, { id: MISSING }));
    const invitation = { email: "a@caresync.test", relation: "OTHER" };
    for (const { user } of [cast.doctor, cast.manager, cast.coordinator, cast.admin]) {
      const headers = await bearerOf(user);
      expect(essence(await send(ACCESS, {}, { headers }))).toEqual(missing);
      expectProblem(await send(INVITATIONS, {}, { headers }), 404, "not-found");
      expectProblem(await send(INVITE, {}, { method: "POST", headers, body: invitation }), 404, "not-found");
      expectProblem(await send(CHANGE, { access: accessId }, { method: "PATCH", headers, body: {} }), 404, "not-found");
      expectProblem(await send(END, { access: accessId }, { method: "DELETE", headers }), 404, "not-found");
      expectProblem(await send(RESEND, { invitation: MISSING }, { method: "POST", headers }), 404, "not-found");
    }
    expectProblem(await send(ACCESS, {}, { headers: {} }), 401, "unauthenticated");
  });
});
