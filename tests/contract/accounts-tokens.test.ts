import { SignJWT, UnsecuredJWT } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { POST as suspend } from "@/app/api/admin/users/[id]/suspend/route";
import { POST as refresh } from "@/app/api/auth/refresh/route";
import { POST as revoke } from "@/app/api/auth/revoke/route";
import { changePassword } from "@/lib/domain/accounts/internal/change-password";
import { signOutEverywhere } from "@/lib/domain/accounts/internal/sign-out-everywhere";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { db } from "@/lib/platform/db/db";
import { actorOf } from "../support/actors";
import { testEnvironment } from "../support/env";
import { createAdmin, TEST_PASSWORD } from "../support/factories";
import { cookieOf, signedIn } from "../support/sessions";
import { ORIGIN, type Json, call, bearer, whoAmI, tokensOf, createPatient } from "./accounts-harness";

beforeEach(() => db.rateLimitWindow.deleteMany());

describe("POST /api/auth/refresh", () => {
  const rotate = (refreshToken: unknown) => call(refresh, "POST", { refreshToken });
  const start = async () => {
    const { user } = await createPatient();
    return { user, tokens: (await tokensOf(user.email)).body };
  };

  it("spends the token and answers with a new pair", async () => {
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

  it("has at most one winner among many at once, and leaves no valid link behind", async () => {
    const { user, tokens } = await start();
    const answers = await Promise.all(Array.from({ length: 6 }, () => rotate(tokens.refreshToken)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
    const alive = await db.refreshToken.count({ where: { userId: user.id, usedAt: null, revokedAt: null } });
    expect(alive).toBe(0);
  });

  it("can't be outrun: reuse of an old link ends a chain that is being rotated at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { user, tokens } = await start();
      const second = await rotate(tokens.refreshToken);
      await Promise.all([rotate(second.body.refreshToken), rotate(tokens.refreshToken)]);
      expect(await db.refreshToken.count({ where: { userId: user.id, usedAt: null, revokedAt: null } })).toBe(0);
    }
  });

  it("refuses tokens that are unknown, expired, or of an account that signed out everywhere", async () => {
    expect((await rotate("never-issued")).body).toMatchObject({ code: "invalid-token" });
    const old = await start();
    await db.refreshToken.updateMany({
      where: { userId: old.user.id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect((await rotate(old.tokens.refreshToken)).status).toBe(401);
    const gone = await start();
    await signOutEverywhere(await actorOf(gone.user));
    expect((await rotate(gone.tokens.refreshToken)).status).toBe(401);
  });

  it("answers 204 to revoking any token, and ends its chain", async () => {
    const { tokens } = await start();
    expect((await call(revoke, "POST", { refreshToken: tokens.refreshToken })).status).toBe(204);
    expect((await call(revoke, "POST", { refreshToken: "unknown" })).status).toBe(204);
    expect((await rotate(tokens.refreshToken)).status).toBe(401);
  });
});

describe("a forged access token", () => {
  const key = new TextEncoder().encode(`caresync-access-token:${testEnvironment.TOKEN_SECRET}`);
  const claims = (sub: string, over: Json = {}) => ({
    epoch: 0,
    iss: ORIGIN,
    aud: `${ORIGIN}/api`,
    sub,
    jti: "j",
    iat: now(),
    exp: now() + 600,
    ...over,
  });
  const now = () => Math.floor(Date.now() / 1000);
  const sign = (payload: Json, header: Json = {}, withKey = key) =>
    new SignJWT(payload).setProtectedHeader({ alg: "HS256", typ: "at+jwt", ...header }).sign(withKey);

  it("is refused in every form, while the genuine one is accepted", async () => {
    const { user } = await createPatient();
    const genuine = await sign(claims(user.id));
    expect((await whoAmI(bearer(genuine))).status).toBe(200);
    const [head = "", body = "", signature = ""] = genuine.split(".");
    const changed = Buffer.from(JSON.stringify({ ...claims(user.id), epoch: 1 })).toString("base64url");
    const forged: Record<string, string> = {
      "alg none": new UnsecuredJWT(claims(user.id)).encode(),
      "alg none with the right type": `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url")}.${body}.`,
      "another key": await sign(claims(user.id), {}, new TextEncoder().encode("x".repeat(40))),
      "the secret itself as key": await sign(
        claims(user.id),
        {},
        new TextEncoder().encode(testEnvironment.TOKEN_SECRET),
      ),
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
      "a session cookie": await signedIn(user),
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

describe("sessions and tokens end at once", () => {
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
    const answer = await call(
      suspend,
      "POST",
      undefined,
      { ...(await cookieOf(admin)), Origin: ORIGIN },
      { id: user.id },
    );
    expect(answer.body).toMatchObject({ id: user.id, status: "SUSPENDED" });
    expect(await statuses()).toEqual([401, 401, 401]);
    expect((await tokensOf(user.email)).body).toMatchObject({ code: "invalid-credentials" });
    const event = await db.domainEvent.findFirst({ where: { aggregateId: user.id, type: "user.suspended" } });
    expect(event?.audience).toContain(`user:${user.id}`);
  });

  it("on a new password", async () => {
    const { user, statuses } = await everything();
    await changePassword(await actorOf(user), {
      currentPassword: TEST_PASSWORD,
      newPassword: "another invented phrase",
    });
    expect(await statuses()).toEqual([401, 401, 401]);
    expect((await whoAmI(await cookieOf(user))).status).toBe(200);
  });

  it("on signing out everywhere", async () => {
    const { user, statuses } = await everything();
    await signOutEverywhere(await actorOf(user));
    expect(await statuses()).toEqual([401, 401, 401]);
  });
});
