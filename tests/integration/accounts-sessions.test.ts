import { decode } from "next-auth/jwt";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET as me } from "@/app/api/me/route";
import {
  signInAction,
  signOutAction,
  signOutEverywhereAction,
  signUpAction,
  switchAccountAction,
  savePasswordAction,
} from "@/lib/domain/accounts/actions";
import { removeExpiredTokens } from "@/lib/domain/accounts/remove-expired";
import { signOut } from "@/lib/domain/accounts/sign-out";
import { suspendUser } from "@/lib/domain/administration/suspend-user";
import { cookieName } from "@/lib/platform/auth/cookie-name";
import { authOptions } from "@/lib/platform/auth/next-auth";
import { findActorOfSessionToken, isLiveSession } from "@/lib/actor/find-actor";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { actorOf } from "../support/actors";
import { jar } from "../support/cookie-jar";
import { createAdmin, createUser, TEST_PASSWORD } from "../support/factories";
import { form } from "../support/forms";
import { signedIn } from "../support/sessions";

vi.mock("next/headers", () => import("@/tests/support/cookie-jar"));

const ORIGIN = "http://localhost:3000";
const SESSION = cookieName("session");
const HOURS_12 = 12 * 3600_000;
const present = () => jar.get(SESSION)?.value ?? "";

/** The API's answer to this cookie. */
const statusWith = async (value: string) =>
  (await me(new Request(`${ORIGIN}/api/me`, { headers: { cookie: `${SESSION}=${value}` } }))).status;

/** Runs an action that ends in a redirect. */
const led = (action: Promise<unknown>) =>
  action.catch((error: { digest?: string }) => expect(error.digest).toMatch(/^NEXT_REDIRECT/));

async function enter() {
  const user = await createUser();
  await led(signInAction({}, form({ email: user.email, password: TEST_PASSWORD })));
  return { user, copied: present() };
}

beforeEach(async () => {
  jar.clear();
  await db.rateLimitWindow.deleteMany();
});

describe("a copied session cookie", () => {
  it("is worthless once its owner has signed out, while other devices stay signed in", async () => {
    const { user, copied } = await enter();
    const elsewhere = await signedIn(user);
    expect(await statusWith(copied)).toBe(200);
    await led(signOutAction());
    expect([await statusWith(copied), await statusWith(elsewhere)]).toEqual([401, 200]);
    expect(await findActorOfSessionToken(copied)).toBeNull();
    expect(await db.auditEntry.count({ where: { action: "account.signed-out", subjectId: user.id } })).toBe(1);
  });

  it.each([
    ["switching accounts", () => led(switchAccountAction(form({ from: "/patient" })))],
    [
      "signing in again",
      async () => led(signInAction({}, form({ email: (await createUser()).email, password: TEST_PASSWORD }))),
    ],
    ["signing out everywhere", () => signOutEverywhereAction()],
  ])("is worthless after %s", async (_what, act) => {
    const { copied } = await enter();
    await act();
    expect(await statusWith(copied)).toBe(401);
  });

  it("is worthless after a suspension, and stays so when the account is reinstated", async () => {
    const { user, copied } = await enter();
    await suspendUser(await actorOf(await createAdmin()), user.id);
    expect(await statusWith(copied)).toBe(401);
    await db.user.update({ where: { id: user.id }, data: { status: "ACTIVE", sessionEpoch: 0 } });
    expect(await statusWith(copied)).toBe(401);
  });

  it("lasts twelve hours at most, however it is used", async () => {
    const { user, copied } = await enter();
    const row = await db.session.findFirstOrThrow({ where: { userId: user.id } });
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(HOURS_12);
    await expect(
      db.session.update({ where: { id: row.id }, data: { expiresAt: new Date(row.expiresAt.getTime() + 1000) } }),
    ).rejects.toThrow();
    const expiresAt = new Date(Date.now() + 60_000);
    const createdAt = new Date(expiresAt.getTime() - HOURS_12);
    await db.session.update({ where: { id: row.id }, data: { createdAt, expiresAt } });
    await signOutEverywhereAction();
    const next = await db.session.findFirstOrThrow({ where: { userId: user.id, revokedAt: null } });
    expect(next.expiresAt).toEqual(expiresAt);
    await db.session.updateMany({
      where: { userId: user.id },
      data: { expiresAt: new Date(Date.now() - 1), createdAt, revokedAt: null, sessionEpoch: 1 },
    });
    expect([await statusWith(copied), await statusWith(present())]).toEqual([401, 401]);
  });
});

describe("next-auth's own endpoints", () => {
  const doors = { signIn: async () => null, signOut, isAlive: isLiveSession };
  const { callbacks, jwt, events } = authOptions(doors);
  type Jwt = NonNullable<NonNullable<typeof callbacks>["jwt"]>;
  const looksAt = async (value: string) => callbacks!.jwt!({ token: await claimsOf(value) } as Parameters<Jwt>[0]);
  const claimsOf = async (value: string) => (await decode({ token: value, secret: config.auth.secret })) ?? {};

  it("never extend a cookie", async () => {
    const { copied } = await enter();
    const before = await claimsOf(copied);
    const written = await jwt!.encode!({
      token: await looksAt(copied),
      secret: config.auth.secret,
      maxAge: 30 * 86_400,
    });
    const after = await claimsOf(written);
    expect(after.sid).toBe(before.sid);
    expect(Number(after.exp) - Number(before.exp)).toBeLessThanOrEqual(1);
  });

  it("sign out for good, and treat a dead session as none", async () => {
    const { copied } = await enter();
    await events!.signOut!({ token: await claimsOf(copied) } as Parameters<
      NonNullable<NonNullable<typeof events>["signOut"]>
    >[0]);
    expect(await statusWith(copied)).toBe(401);
    await expect(looksAt(copied)).rejects.toThrow("the session is over");
  });
});

describe("sessions", () => {
  it("are removed by the hourly job once expired, and kept while valid", async () => {
    const user = await createUser();
    const [living] = [await signedIn(user), await signedIn(user)];
    const [old] = await db.session.findMany({ where: { userId: user.id }, orderBy: { id: "desc" }, take: 1 });
    await db.session.update({
      where: { id: old!.id },
      data: { createdAt: new Date(Date.now() - HOURS_12), expiresAt: new Date(Date.now() - 1) },
    });
    await removeExpiredTokens();
    expect(await db.session.count({ where: { userId: user.id } })).toBe(1);
    expect(await statusWith(living)).toBe(200);
  });

  it("of someone who has just signed up count as a sign-in", async () => {
    const fields = {
      kind: "patient",
      name: "Imke Farrow",
      email: "imke-farrow@caresync.test",
      password: "four plain invented words",
    };
    await led(signUpAction({}, form(fields)));
    const { lastSignInAt } = await db.user.findUniqueOrThrow({ where: { email: fields.email } });
    expect(Date.now() - (lastSignInAt?.getTime() ?? 0)).toBeLessThan(60_000);
  });
});

describe("account actions while signed in", () => {
  it("keep this device and no other signed in after a new password", async () => {
    const { user, copied: before } = await enter();
    const state = await savePasswordAction(
      {},
      form({ currentPassword: TEST_PASSWORD, newPassword: "another invented phrase" }),
    );
    expect(state).toEqual({ done: expect.any(Number) });
    expect((await findActorOfSessionToken(present()))?.userId).toBe(user.id);
    expect(await findActorOfSessionToken(before)).toBeNull();
  });

  it("keep this device and no other signed in after signing out everywhere", async () => {
    const { user, copied: before } = await enter();
    expect(await signOutEverywhereAction()).toEqual({ done: expect.any(Number) });
    expect((await findActorOfSessionToken(present()))?.userId).toBe(user.id);
    expect(await findActorOfSessionToken(before)).toBeNull();
  });
});
