import { beforeAll, describe, expect, it } from "vitest";
import { GET as DOCTOR } from "@/app/api/admin/doctors/[id]/route";
import { GET as DOCTORS } from "@/app/api/admin/doctors/route";
import { GET as HOSPITAL } from "@/app/api/admin/hospitals/[id]/route";
import { GET as HOSPITALS } from "@/app/api/admin/hospitals/route";
import { GET as OVERVIEW } from "@/app/api/admin/overview/route";
import { POST as CHECK } from "@/app/api/admin/sign-in-checks/route";
import { DELETE as WITHDRAW, POST as ASK } from "@/app/api/admin/users/[id]/email-change/route";
import { POST as LINK } from "@/app/api/admin/users/[id]/password-link/route";
import { GET as PERSON } from "@/app/api/admin/users/[id]/route";
import { DELETE as END } from "@/app/api/admin/users/[id]/sessions/[session]/route";
import { DELETE as END_ALL, GET as SESSIONS } from "@/app/api/admin/users/[id]/sessions/route";
import { GET as SIGN_INS } from "@/app/api/admin/users/[id]/sign-ins/route";
import { GET as SENT } from "@/app/api/admin/sent-messages/route";
import { createCast } from "@/tests/support/actors";
import { createUser } from "@/tests/support/factories";
import { signedIn } from "@/tests/support/sessions";
import { bearerOf, call, expectProblem, type Handler } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let admin: { Authorization: string };
let user: { id: string; email: string };

beforeAll(async () => {
  admin = await bearerOf((await createCast()).admin.user);
  user = await createUser();
});

const send = (handler: unknown, params: object, options: Parameters<typeof call>[1] = {}) =>
  call(handler as Handler, { headers: admin, params: { id: user.id, ...params }, ...options });

describe("/api/admin/users/{id}", () => {
  it("answers what explains sign-ins and emails, and no secrets", async () => {
    const person = await send(PERSON, {});
    expect(person.status).toBe(200);
    expect(person.body).toMatchObject({ id: user.id, acts: [], emailChange: null, signIn: [{ code: "never" }] });
    expect(person.text).not.toMatch(/hash/i);
    expectProblem(await send(PERSON, { id: MISSING }), 404, "not-found");
    expectProblem(await send(PERSON, { id: "someone" }), 404, "not-found");
  });

  it("sends a link, which is among the messages to this account alone", async () => {
    expect((await send(LINK, {}, { method: "POST" })).body).toEqual({ expiresAt: expect.any(String) });
    const sent = await call(SENT as Handler, { headers: admin, query: { userId: user.id } });
    expect(sent.body.items).toMatchObject([{ reason: "password-reset", recipientId: user.id }]);
    const others = await call(SENT as Handler, { headers: admin, query: { userId: MISSING } });
    expect(others.body.items).toEqual([]);
  });

  it("lists sessions and ends one, then all", async () => {
    await signedIn(user);
    await signedIn(user);
    const first = await send(SESSIONS, {}, { query: { limit: "1" } });
    const [session] = first.body.items as { id: string }[];
    expect(first.body.nextCursor).toEqual(expect.any(String));
    expect((await send(END, { session: session?.id }, { method: "DELETE" })).body).toEqual({ ended: 1 });
    expectProblem(await send(END, { session: session?.id }, { method: "DELETE" }), 404, "not-found");
    expect((await send(END_ALL, {}, { method: "DELETE" })).body).toEqual({ ended: 1 });
    expect((await send(SESSIONS, {})).body).toEqual({ items: [], nextCursor: null });
    expect((await send(SIGN_INS, {})).body).toEqual({ items: [], nextCursor: null });
  });
});

describe("/api/admin/users/{id}/email-change", () => {
  it("asks once per Idempotency-Key, and withdraws once", async () => {
    const headers = { ...admin, "Idempotency-Key": "change-1" };
    const body = { email: "New.Address@caresync.test", reason: "By phone" };
    const asked = await send(ASK, {}, { method: "POST", body, headers });
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({
      status: "PENDING",
      oldEmail: user.email,
      newEmail: "new.address@caresync.test",
    });
    const replayed = await send(ASK, {}, { method: "POST", body, headers });
    expect([replayed.body.id, replayed.headers.get("idempotent-replayed")]).toEqual([asked.body.id, "true"]);
    expectProblem(await send(ASK, {}, { method: "POST", body }), 409, "already-exists");
    expect((await send(WITHDRAW, {}, { method: "DELETE" })).body).toMatchObject({ status: "WITHDRAWN" });
    expectProblem(await send(WITHDRAW, {}, { method: "DELETE" }), 409, "invalid-transition");
    for (const wrong of [
      { email: "nonsense", reason: "x" },
      { email: "a@caresync.test" },
      { ...body, userId: user.id },
    ])
      expectProblem(await send(ASK, {}, { method: "POST", body: wrong }), 422, "invalid");
  });
});

it("reads doctors and hospitals of every state, with what administrators decide about them", async () => {
  const { doctor, hospital } = await createCast();
  for (const [kind, id, list, one] of [
    ["doctor", doctor.doctorId, DOCTORS, DOCTOR],
    ["hospital", hospital.id, HOSPITALS, HOSPITAL],
  ] as const) {
    const page = await call(list as Handler, { headers: admin, query: { state: "VERIFIED", limit: "100" } });
    expect((page.body.items as { id: string }[]).map((item) => item.id)).toContain(id);
    const read = await send(one, { id });
    expect(read.body).toMatchObject({ kind, id, verification: "VERIFIED", history: [], changes: [] });
    expect(read.headers.get("etag")).toBe('"1"');
    expectProblem(await send(one, { id: MISSING }), 404, "not-found");
    expectProblem(await call(list as Handler, { headers: admin, query: { state: "GONE" } }), 422, "invalid");
  }
});

it("checks an address from a body, and refuses what is none", async () => {
  const known = await call(CHECK as Handler, { method: "POST", headers: admin, body: { email: user.email } });
  expect(known.body).toMatchObject({ account: { id: user.id }, similar: [] });
  const none = await call(CHECK as Handler, {
    method: "POST",
    headers: admin,
    body: { email: "no-one@caresync.test" },
  });
  expect(none.body).toMatchObject({ account: null, facts: [] });
  expectProblem(await call(CHECK as Handler, { method: "POST", headers: admin, body: { email: "x" } }), 422, "invalid");
});

it("answers the overview: numbers of all places, and what waits", async () => {
  const { status, body, text } = await call(OVERVIEW as Handler, { headers: admin });
  expect(status).toBe(200);
  expect(body).toMatchObject({ timeZone: expect.any(String), beds: { occupied: 0 }, waiting: { reviews: 0 } });
  expect(text).not.toContain(user.id);
});
