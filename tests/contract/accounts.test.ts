import { SignJWT, UnsecuredJWT } from "jose";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { POST as signUp } from "@/app/api/accounts/route";
import { POST as suspend } from "@/app/api/admin/users/[id]/suspend/route";
import { POST as refresh } from "@/app/api/auth/refresh/route";
import { POST as revoke } from "@/app/api/auth/revoke/route";
import { POST as token } from "@/app/api/auth/token/route";
import { GET as me, PATCH as patchMe } from "@/app/api/me/route";
import { changePassword } from "@/lib/domain/accounts/change-password";
import { signOutEverywhere } from "@/lib/domain/accounts/sign-out-everywhere";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import * as passwords from "@/lib/platform/auth/password";
import { sessionToken } from "@/lib/platform/auth/session-cookie";
import { db } from "@/lib/platform/db/db";
import { actorOf } from "../support/actors";
import { testEnvironment } from "../support/env";
import { createAdmin, createPatient as createPatientOf, createUser, TEST_PASSWORD } from "../support/factories";

const ORIGIN = "http://localhost:3000";
type Handler = (request: Request, context?: { params: Promise<unknown> }) => Promise<Response>;
type Json = Record<string, unknown>;

async function call(handler: Handler, method: string, body?: unknown, headers: Record<string, string> = {}, params?: unknown) {
  const init: RequestInit = { method, headers: { "Content-Type": "application/json", ...headers } };
  if (body !== undefined) init.body = JSON.stringify(body);
  const context = params === undefined ? undefined : { params: Promise.resolve(params) };
  const response = await handler(new Request(`${ORIGIN}/api/test`, init), context);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === "" ? {} : JSON.parse(text)) as Json };
}

const bearer = (accessToken: unknown) => ({ Authorization: `Bearer ${String(accessToken)}` });
const whoAmI = (headers: Record<string, string>) => call(me, "GET", undefined, headers);
const tokensOf = (email: string) => call(token, "POST", { email, password: TEST_PASSWORD });
const cookieOf = async (user: { id: string; sessionEpoch: number }) => ({
  Cookie: `${cookieName("session")}=${await sessionToken({ userId: user.id, sessionEpoch: user.sessionEpoch })}`,
});

async function createPatient() {
  const user = await createUser();
  await createPatientOf({ user });
  return { user };
}

let n = 0;
const newcomer = () => ({ kind: "patient", name: "Bela Castellan", email: `contract-${++n}@caresync.test`, password: "four plain invented words" });

beforeEach(() => db.rateLimitWindow.deleteMany());

describe("POST /api/accounts", () => {
  it("answers 201 with the account and its place, and nothing secret", async () => {
    const sent = newcomer();
    const answer = await call(signUp, "POST", sent);
    expect(answer.status).toBe(201);
    expect(answer.headers.get("location")).toBe("/api/me");
    expect(answer.body).toMatchObject({ name: sent.name, email: sent.email, patients: [{ relation: "SELF" }], doctor: null });
    expect(JSON.stringify(answer.body)).not.toMatch(/password|hash|epoch/i);
    const signedIn = await call(token, "POST", { email: sent.email.toUpperCase(), password: sent.password });
    expect(signedIn.status).toBe(200);
    expect((await whoAmI(bearer(signedIn.body.accessToken))).body).toEqual(answer.body);
  });

  it("answers a repeated request with the first answer, and a race for one address with one 201 and a 409", async () => {
    const sent = newcomer();
    const key = { "Idempotency-Key": "sign-up-once" };
    const first = await call(signUp, "POST", sent, key);
    const again = await call(signUp, "POST", sent, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    const rival = newcomer();
    const both = await Promise.all([call(signUp, "POST", rival), call(signUp, "POST", { ...rival, name: "Another" })]);
    expect(both.map((answer) => answer.status).toSorted()).toEqual([201, 409]);
    expect(both.find((answer) => answer.status === 409)?.body).toMatchObject({ code: "email-taken" });
  });

  it.each<[string, Json, string]>([
    ["an unknown field", { isAdmin: true }, "isAdmin"],
    ["another kind's part", { doctor: {} }, "doctor"],
    ["an unknown kind", { kind: "admin" }, "kind"],
    ["a weak password", { password: "password123" }, "password"],
    ["no e-mail address", { email: "nobody" }, "email"],
    ["a control character in the name", { name: "Be\u0000la" }, "name"],
    ["a time zone that is none", { timeZone: "+05:45" }, "timeZone"],
    ["a place with half its coordinates", { kind: "hospital", hospital: { name: "H", timeZone: "UTC", latitude: 1 } }, "hospital.latitude"],
  ])("refuses %s with 422 naming the field", async (_what, over, path) => {
    const answer = await call(signUp, "POST", { ...newcomer(), ...over });
    expect(answer.status).toBe(422);
    expect((answer.body.errors as { path: string }[]).map((error) => error.path)).toContain(path);
  });

  it("stops a network that signs up again and again", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 61; i++) statuses.push((await call(signUp, "POST", { kind: "patient" })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("POST /api/auth/token", () => {
  it("answers a token pair that works", async () => {
    const { user } = await createPatient();
    const answer = await tokensOf(user.email);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ accessToken: expect.any(String), tokenType: "Bearer", expiresIn: 900, refreshToken: expect.any(String) });
    expect((await whoAmI(bearer(answer.body.accessToken))).status).toBe(200);
    expect(await db.refreshToken.findMany({ where: { tokenHash: String(answer.body.refreshToken) } })).toEqual([]);
  });

  it("does the same work and says the same for an unknown address and a wrong password", async () => {
    const user = await createUser();
    const verify = vi.spyOn(passwords, "passwordMatches");
    const answers = [];
    for (const email of [user.email, "nobody-at-all@caresync.test"]) {
      const answer = await call(token, "POST", { email, password: "wrong but long enough" });
      answers.push({ ...answer.body, requestId: "" });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ code: "invalid-credentials" });
    expect(verify).toHaveBeenCalledTimes(2);
    expect(verify.mock.calls[1]?.[1]).toBeNull();
    verify.mockRestore();
  });

  it("answers 429 with Retry-After to a guesser, for known and unknown addresses alike", async () => {
    const user = await createUser();
    for (const email of [user.email, "guessing@caresync.test"]) {
      const statuses: number[] = [];
      let last: Awaited<ReturnType<typeof call>> | undefined;
      for (let i = 0; i < 11; i++) {
        last = await call(token, "POST", { email, password: "a guess" });
        statuses.push(last.status);
      }
      expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
      expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
    }
  });
});

describe("POST /api/auth/refresh", () => {
  const rotate = (refreshToken: unknown) => call(refresh, "POST", { refreshToken });
  const start = async () => {
    const { user } = await createPatient();
    return { user, tokens: (await tokensOf(user.email)).body };
  };

  it("spends the token and answers a new pair", async () => {
    const { tokens } = await start();
    const next = await rotate(tokens.refreshToken);
    expect(next.status).toBe(200);
    expect(next.body.refreshToken).not.toBe(tokens.refreshToken);
    expect((await whoAmI(bearer(next.body.accessToken))).status).toBe(200);
    expect((await rotate(next.body.refreshToken)).status).toBe(200);
  });

  it("ends the whole chain when a spent token comes back", async () => {
    const { tokens } = await start();
    const next = await rotate(tokens.refreshToken);
    expect((await rotate(tokens.refreshToken)).status).toBe(401);
    expect((await rotate(next.body.refreshToken)).status).toBe(401);
    expect(await db.auditEntry.count({ where: { action: "token.reuse-detected" } })).toBe(1);
  });

  it("has at most one winner of many at once, and leaves no living link behind", async () => {
    const { user, tokens } = await start();
    const answers = await Promise.all(Array.from({ length: 6 }, () => rotate(tokens.refreshToken)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
    const alive = await db.refreshToken.count({ where: { userId: user.id, usedAt: null, revokedAt: null } });
    expect(alive).toBe(0);
  });

  it("cannot be outrun: reuse of an old link ends a chain that is being rotated at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { user, tokens } = await start();
      const second = await rotate(tokens.refreshToken);
      await Promise.all([rotate(second.body.refreshToken), rotate(tokens.refreshToken)]);
      expect(await db.refreshToken.count({ where: { userId: user.id, usedAt: null, revokedAt: null } })).toBe(0);
    }
  });

  it("refuses tokens that are unknown, over, or of an account that signed out everywhere", async () => {
    expect((await rotate("never-issued")).body).toMatchObject({ code: "invalid-token" });
    const old = await start();
    await db.refreshToken.updateMany({ where: { userId: old.user.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await rotate(old.tokens.refreshToken)).status).toBe(401);
    const gone = await start();
    await signOutEverywhere(await actorOf(gone.user));
    expect((await rotate(gone.tokens.refreshToken)).status).toBe(401);
  });

  it("revokes: 204 for any token, and the chain is over", async () => {
    const { tokens } = await start();
    expect((await call(revoke, "POST", { refreshToken: tokens.refreshToken })).status).toBe(204);
    expect((await call(revoke, "POST", { refreshToken: "unknown" })).status).toBe(204);
    expect((await rotate(tokens.refreshToken)).status).toBe(401);
  });
});

describe("a forged access token", () => {
  const key = new TextEncoder().encode(`caresync-access-token:${testEnvironment.TOKEN_SECRET}`);
  const claims = (sub: string, over: Json = {}) => ({ epoch: 0, iss: ORIGIN, aud: `${ORIGIN}/api`, sub, jti: "j", iat: now(), exp: now() + 600, ...over });
  const now = () => Math.floor(Date.now() / 1000);
  const sign = (payload: Json, header: Json = {}, withKey = key) =>
    new SignJWT(payload).setProtectedHeader({ alg: "HS256", typ: "at+jwt", ...header }).sign(withKey);

  it("is refused in every form, while the genuine one is taken", async () => {
    const { user } = await createPatient();
    const genuine = await sign(claims(user.id));
    expect((await whoAmI(bearer(genuine))).status).toBe(200);
    const [head = "", body = "", signature = ""] = genuine.split(".");
    const changed = Buffer.from(JSON.stringify({ ...claims(user.id), epoch: 1 })).toString("base64url");
    const forged: Record<string, string> = {
      "alg none": new UnsecuredJWT(claims(user.id)).encode(),
      "alg none with the right type": `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url")}.${body}.`,
      "another key": await sign(claims(user.id), {}, new TextEncoder().encode("x".repeat(40))),
      "the secret itself as key": await sign(claims(user.id), {}, new TextEncoder().encode(testEnvironment.TOKEN_SECRET)),
      "another algorithm": await sign(claims(user.id), { alg: "HS512" }),
      expired: await sign(claims(user.id, { exp: now() - 1 })),
      "no expiry": await sign({ ...claims(user.id), exp: undefined }),
      "another audience": await sign(claims(user.id, { aud: "https://other.example/api" })),
      "another issuer": await sign(claims(user.id, { iss: "https://other.example" })),
      "another type": await sign(claims(user.id), { typ: "JWT" }),
      "no jti": await sign({ ...claims(user.id), jti: undefined }),
      "another epoch": await sign(claims(user.id, { epoch: 1 })),
      "an epoch in words": await sign(claims(user.id, { epoch: "0" })),
      "nobody's id": await sign(claims("0197a3c0-0000-7000-8000-00000000000a")),
      "no id at all": await sign(claims("' OR 1=1")),
      "changed body": `${head}.${changed}.${signature}`,
      "cut short": genuine.slice(0, -4),
      "a session cookie": await sessionToken({ userId: user.id, sessionEpoch: 0 }),
    };
    for (const [what, value] of Object.entries(forged)) {
      const answer = await whoAmI(bearer(value));
      expect([what, answer.status, answer.body.code]).toEqual([what, 401, "invalid-token"]);
    }
  });

  it("is no session cookie either, and a bad token never falls back to a good cookie", async () => {
    const { user } = await createPatient();
    const access = await sign(claims(user.id));
    expect((await whoAmI({ Cookie: `${cookieName("session")}=${access}` })).status).toBe(401);
    expect((await whoAmI({ Cookie: `${cookieName("session")}=%E0%A4%A` })).status).toBe(401);
    const cookie = await cookieOf(user);
    expect((await whoAmI(cookie)).status).toBe(200);
    expect((await whoAmI({ ...cookie, ...bearer("nonsense") })).status).toBe(401);
  });
});

describe("a session and a token die at once", () => {
  async function everything() {
    const { user } = await createPatient();
    const tokens = (await tokensOf(user.email)).body;
    const cookie = await cookieOf(user);
    const statuses = async () => [
      (await whoAmI(cookie)).status,
      (await whoAmI(bearer(tokens.accessToken))).status,
      (await call(refresh, "POST", { refreshToken: tokens.refreshToken })).status,
    ];
    expect([(await whoAmI(cookie)).status, (await whoAmI(bearer(tokens.accessToken))).status]).toEqual([200, 200]);
    return { user, statuses };
  }

  it("on suspension", async () => {
    const { user, statuses } = await everything();
    const admin = await createAdmin();
    const answer = await call(suspend, "POST", undefined, { ...(await cookieOf(admin)), Origin: ORIGIN }, { id: user.id });
    expect(answer.body).toMatchObject({ id: user.id, status: "SUSPENDED" });
    expect(await statuses()).toEqual([401, 401, 401]);
    expect((await tokensOf(user.email)).body).toMatchObject({ code: "invalid-credentials" });
    const event = await db.domainEvent.findFirst({ where: { aggregateId: user.id, type: "user.suspended" } });
    expect(event?.audience).toContain(`user:${user.id}`);
  });

  it("on a new password", async () => {
    const { user, statuses } = await everything();
    const verified = await changePassword(await actorOf(user), { currentPassword: TEST_PASSWORD, newPassword: "another invented phrase" });
    expect(await statuses()).toEqual([401, 401, 401]);
    expect((await whoAmI(await cookieOf({ id: user.id, ...verified }))).status).toBe(200);
  });

  it("on signing out everywhere", async () => {
    const { user, statuses } = await everything();
    await signOutEverywhere(await actorOf(user));
    expect(await statuses()).toEqual([401, 401, 401]);
  });
});

describe("/api/me", () => {
  it("changes with If-Match, refuses an old version with 412 and unknown fields with 422", async () => {
    const { user } = await createPatient();
    const cookie = { ...(await cookieOf(user)), Origin: ORIGIN };
    const first = await whoAmI(cookie);
    expect(first.headers.get("etag")).toBe('"1"');
    const changed = await call(patchMe, "PATCH", { phone: "+977 1 555 0100" }, { ...cookie, "If-Match": '"1"' });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ phone: "+977 1 555 0100", name: user.name, version: 2 });
    expect((await call(patchMe, "PATCH", { phone: null }, { ...cookie, "If-Match": '"1"' })).status).toBe(412);
    expect((await call(patchMe, "PATCH", { email: "other@caresync.test" }, cookie)).status).toBe(422);
    expect((await call(patchMe, "PATCH", { phone: null }, cookie)).body).toMatchObject({ phone: null, version: 3 });
  });

  it("is answered in full to whoever has it already: what the account holds changes without its version", async () => {
    const { user } = await createPatient();
    const answer = await whoAmI({ ...(await cookieOf(user)), "If-None-Match": '"1"' });
    expect([answer.status, answer.body.id]).toEqual([200, user.id]);
  });

  it("is not changed from another site, whatever the browser sends along", async () => {
    const { user } = await createPatient();
    const cookie = await cookieOf(user);
    const foreign = await call(patchMe, "PATCH", { phone: null }, { ...cookie, Origin: "https://evil.example" });
    expect(foreign.status).toBe(403);
    expect(foreign.body).toMatchObject({ code: "origin-refused" });
    expect((await call(patchMe, "PATCH", { phone: null }, { ...cookie, "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  });

  it("knows nobody without credentials", async () => {
    const answer = await whoAmI({});
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  });
});
