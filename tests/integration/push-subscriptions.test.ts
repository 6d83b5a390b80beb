import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findActorOfSessionToken } from "@/lib/actor/find-actor";
import { signOutEverywhere } from "@/lib/domain/accounts/internal/sign-out-everywhere";
import { removeExpiredTokens } from "@/lib/domain/accounts/remove-expired";
import { signOut } from "@/lib/domain/accounts/sign-out";
import { reinstateUser, suspendUser } from "@/lib/domain/administration/suspend-user";
import { addSubscription } from "@/lib/domain/push/add-subscription";
import { pushToBrowser } from "@/lib/domain/push/internal/push-to-browser";
import { listSubscriptions } from "@/lib/domain/push/queries";
import { MAX_FAILURES, MAX_SUBSCRIPTIONS } from "@/lib/domain/push/rules";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { actorOf } from "@/tests/support/actors";
import { createAdmin, createUser } from "@/tests/support/factories";
import { newSubscription, startPushService } from "@/tests/support/push";
import { signedIn } from "@/tests/support/sessions";

const WORDS = { body: "Your appointment has a new time", path: "/patient/visits", tag: "tag" };
const OPTIONS = { ttlSeconds: 60, urgency: "normal" } as const;
const subscribe = (actor: Actor, { sent } = newSubscription()) => addSubscription(actor, { ...sent, userAgent: "" });
const browsersOf = async (actor: Actor) => (await listSubscriptions(actor)).map(({ id }) => id);

/** Someone signed in with a browser of their own. */
async function inBrowser(user: { id: string }): Promise<Actor & { sessionId: string }> {
  const actor = await findActorOfSessionToken(await signedIn(user));
  if (!actor?.sessionId) throw new Error("not signed in");
  return { ...actor, sessionId: actor.sessionId };
}

let user: { id: string };
beforeEach(async () => {
  user = await createUser();
});

describe("a browser's notifications end", () => {
  it("when its person signs out there, and nowhere else", async () => {
    const [here, there] = [await inBrowser(user), await inBrowser(user)];
    const [, other] = [await subscribe(here), await subscribe(there)];
    await signOut(here.sessionId);
    expect(await browsersOf(there)).toEqual([other.id]);
  });

  it("when they sign out everywhere else, except where they do", async () => {
    const [here, there, program] = [await inBrowser(user), await inBrowser(user), await actorOf(user, "token")];
    const own = await subscribe(here);
    await subscribe(there);
    await subscribe(program);
    const session = await signOutEverywhere(here);
    expect(await browsersOf(here)).toEqual([own.id]);
    // It is tied to the session that took the place of this one.
    await signOut(session?.id ?? "");
    expect(await browsersOf(here)).toEqual([]);
  });

  it("when the account is suspended, and don't come back with it", async () => {
    const admin = await actorOf(await createAdmin());
    const here = await inBrowser(user);
    await subscribe(here);
    await suspendUser(admin, user.id);
    await reinstateUser(admin, user.id);
    expect(await browsersOf(here)).toEqual([]);
  });

  it("not when the session runs out, but with the next sign-out everywhere", async () => {
    const here = await inBrowser(user);
    const { id } = await subscribe(here);
    await db.session.update({ where: { id: here.sessionId }, data: { expiresAt: new Date(0) } });
    await removeExpiredTokens();
    expect(await browsersOf(here)).toEqual([id]);
    await signOutEverywhere(await inBrowser(user));
    expect(await browsersOf(here)).toEqual([]);
  });

  it("and don't begin in a session that has ended", async () => {
    const here = await inBrowser(user);
    await signOut(here.sessionId);
    await expect(subscribe(here)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("whichever comes first, signing out or subscribing", async () => {
    for (let round = 0; round < 10; round++) {
      const here = await inBrowser(user);
      await Promise.allSettled([subscribe(here), signOut(here.sessionId)]);
      expect(await browsersOf(here)).toEqual([]);
    }
  });
});

describe("a browser that two people use", () => {
  it("shows the notifications of the last to subscribe", async () => {
    const browser = newSubscription();
    const [first, second] = [await inBrowser(user), await inBrowser(await createUser())];
    await subscribe(first, browser);
    await subscribe(second, browser);
    expect([await browsersOf(first), (await browsersOf(second)).length]).toEqual([[], 1]);
  });

  it("isn't taken over with its address alone", async () => {
    const browser = newSubscription();
    const { id } = await subscribe(await inBrowser(user), browser);
    const thief = { ...newSubscription().sent, endpoint: browser.sent.endpoint };
    const other = await inBrowser(await createUser());
    await expect(addSubscription(other, { ...thief, userAgent: "" })).rejects.toMatchObject({ code: "invalid" });
    expect(await browsersOf(await inBrowser(user))).toEqual([id]);
  });

  it("can't replace the other's subscription", async () => {
    const [own, theirs] = [newSubscription(), newSubscription()];
    const other = await inBrowser(await createUser());
    const { id } = await subscribe(other, theirs);
    await addSubscription(await inBrowser(user), { ...own.sent, replaces: theirs.sent.endpoint, userAgent: "" });
    expect(await browsersOf(other)).toEqual([id]);
  });
});

it("an account has ten at most, also when more subscribe at once", async () => {
  const here = await inBrowser(user);
  const first = await subscribe(here);
  await Promise.all(Array.from({ length: MAX_SUBSCRIPTIONS + 2 }, () => subscribe(here)));
  expect(await db.pushSubscription.count({ where: { userId: user.id } })).toBe(MAX_SUBSCRIPTIONS);
  expect(await browsersOf(here)).not.toContain(first.id);
});

describe("a push to a browser", () => {
  let service: Awaited<ReturnType<typeof startPushService>>;
  let status = 201;
  let here: Actor;
  beforeAll(async () => {
    service = await startPushService(() => ({ status }));
    return () => service.stop();
  });
  beforeEach(async () => {
    here = await inBrowser(user);
    status = 201;
  });

  it("that has ended removes it", async () => {
    const { id } = await subscribe(here, newSubscription(service.origin));
    status = 410;
    expect(await pushToBrowser(id, WORDS, OPTIONS)).toMatchObject({ result: "gone" });
    expect(await browsersOf(here)).toEqual([]);
    expect(await pushToBrowser(id, WORDS, OPTIONS)).toEqual({ result: "gone", status: null });
  });

  it("that is refused removes it after five in a row", async () => {
    const { id } = await subscribe(here, newSubscription(service.origin));
    const refuse = async (times: number) => {
      status = 403;
      for (let one = 0; one < times; one++) await pushToBrowser(id, WORDS, OPTIONS);
    };
    await refuse(MAX_FAILURES - 1);
    status = 201;
    expect(await pushToBrowser(id, WORDS, OPTIONS)).toMatchObject({ result: "accepted" });
    await refuse(MAX_FAILURES - 1);
    expect(await browsersOf(here)).toEqual([id]);
    await refuse(1);
    expect(await browsersOf(here)).toEqual([]);
  });

  it("that comes too soon leaves it as it is", async () => {
    const { id } = await subscribe(here, newSubscription(service.origin));
    status = 429;
    expect(await pushToBrowser(id, WORDS, OPTIONS)).toMatchObject({ result: "later" });
    expect(
      await db.pushSubscription.findUnique({ where: { id }, select: { failures: true, lastUsedAt: true } }),
    ).toEqual({
      failures: 0,
      lastUsedAt: null,
    });
  });
});
