import { beforeEach, describe, expect, it, vi } from "vitest";
import { POST as signUp } from "@/app/api/accounts/route";
import { POST as token } from "@/app/api/auth/token/route";
import { PATCH as patchMe } from "@/app/api/me/route";
import * as passwords from "@/lib/platform/auth/password";
import { db } from "@/lib/platform/db/db";
import { createUser, TEST_PASSWORD } from "../support/factories";
import { cookieOf } from "../support/sessions";
import { ORIGIN, type Json, call, bearer, whoAmI, tokensOf, createPatient, newcomer } from "./accounts-harness";

beforeEach(() => db.rateLimitWindow.deleteMany());

describe("POST /api/accounts", () => {
  it("answers 201 with the account and its location, and no secrets", async () => {
    const sent = newcomer();
    const answer = await call(signUp, "POST", sent);
    expect(answer.status).toBe(201);
    expect(answer.headers.get("location")).toBe("/api/me");
    expect(answer.body).toMatchObject({
      name: sent.name,
      email: sent.email,
      patients: [{ relation: "SELF" }],
      doctor: null,
    });
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
    ["no email address", { email: "nobody" }, "email"],
    ["a control character in the name", { name: "Be\u0000la" }, "name"],
    ["a time zone that is none", { timeZone: "+05:45" }, "timeZone"],
    [
      "a place with half its coordinates",
      { kind: "hospital", hospital: { name: "H", timeZone: "UTC", latitude: 1 } },
      "hospital.latitude",
    ],
  ])("refuses %s with 422 naming the field", async (_what, over, path) => {
    const answer = await call(signUp, "POST", { ...newcomer(), ...over });
    expect(answer.status).toBe(422);
    expect((answer.body.errors as { path: string }[]).map((error) => error.path)).toContain(path);
  });

  it("limits sign-ups from one network", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 61; i++) statuses.push((await call(signUp, "POST", { kind: "patient" })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("POST /api/auth/token", () => {
  it("refuses a second factor, which no account has yet, instead of ignoring it", async () => {
    const { user } = await createPatient();
    const answer = await call(token, "POST", { email: user.email, password: TEST_PASSWORD, totp: "123456" });
    expect([answer.status, answer.body.code, (answer.body.errors as { path: string }[])[0]?.path]).toEqual([
      422,
      "invalid",
      "totp",
    ]);
  });

  it("answers with a working token pair", async () => {
    const { user } = await createPatient();
    const answer = await tokensOf(user.email);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      accessToken: expect.any(String),
      tokenType: "Bearer",
      expiresIn: 900,
      refreshToken: expect.any(String),
    });
    expect((await whoAmI(bearer(answer.body.accessToken))).status).toBe(200);
    expect(await db.refreshToken.findMany({ where: { tokenHash: String(answer.body.refreshToken) } })).toEqual([]);
  });

  it("takes as long and says the same for an unknown address and a wrong password", async () => {
    const user = await createUser();
    const verify = vi.spyOn(passwords, "passwordMatches");
    const answers = [];
    for (const email of [user.email, "unknown-at-all@caresync.test"]) {
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

describe("/api/me", () => {
  it("changes with If-Match, and refuses an old version with 412 and unknown fields with 422", async () => {
    const { user } = await createPatient();
    const cookie = { ...(await cookieOf(user)), Origin: ORIGIN };
    const first = await whoAmI(cookie);
    expect(first.headers.get("etag")).toBe('"1"');
    const changed = await call(patchMe, "PATCH", { phone: "+977 1 555 0100" }, { ...cookie, "If-Match": '"1"' });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ phone: "+97715550100", name: user.name, version: 2 });
    expect((await call(patchMe, "PATCH", { phone: null }, { ...cookie, "If-Match": '"1"' })).status).toBe(412);
    expect((await call(patchMe, "PATCH", { email: "other@caresync.test" }, cookie)).status).toBe(422);
    expect((await call(patchMe, "PATCH", { phone: null }, cookie)).body).toMatchObject({ phone: null, version: 3 });
  });

  it("is answered in full despite If-None-Match, because what the account holds changes without its version", async () => {
    const { user } = await createPatient();
    const answer = await whoAmI({ ...(await cookieOf(user)), "If-None-Match": '"1"' });
    expect([answer.status, answer.body.id]).toEqual([200, user.id]);
  });

  it("can't be changed from another site, whatever the browser sends", async () => {
    const { user } = await createPatient();
    const cookie = await cookieOf(user);
    const foreign = await call(patchMe, "PATCH", { phone: null }, { ...cookie, Origin: "https://evil.example" });
    expect(foreign.status).toBe(403);
    expect(foreign.body).toMatchObject({ code: "origin-refused" });
    expect((await call(patchMe, "PATCH", { phone: null }, { ...cookie, "Sec-Fetch-Site": "cross-site" })).status).toBe(
      403,
    );
  });

  it("asks for credentials", async () => {
    const answer = await whoAmI({});
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  });
});
