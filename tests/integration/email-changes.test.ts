import { beforeEach, describe, expect, it } from "vitest";
import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { resetPassword } from "@/lib/domain/accounts/internal/reset-password";
import { sendPasswordReset } from "@/lib/domain/accounts/request-password-reset";
import { signUp } from "@/lib/domain/accounts/sign-up";
import { verifyCredentials } from "@/lib/domain/accounts/verify-credentials";
import { suspendUser } from "@/lib/domain/administration/suspend-user";
import { expireEmailChanges } from "@/lib/domain/email-changes/expire-email-changes";
import { answerEmailChange } from "@/lib/domain/email-changes/internal/answer-email-change";
import { keepAddress } from "@/lib/domain/email-changes/keep-address";
import { findLinkedChange } from "@/lib/domain/email-changes/queries";
import { requestEmailChange } from "@/lib/domain/email-changes/request-email-change";
import { withdrawEmailChange } from "@/lib/domain/email-changes/withdraw-email-change";
import { db } from "@/lib/platform/db/db";
import { actorOf, createCast } from "../support/actors";
import { pendingChange } from "../support/change-address";
import { createUser, TEST_PASSWORD } from "../support/factories";
import { mailsTo, newestMailTo } from "../support/mails";
import { outcome } from "../support/outcome";
import { signedIn } from "../support/sessions";
import { eventsOf } from "./stored-events";

const ADDRESS = "198.51.100.9";
const cast = createCast();
const administrator = async () => (await cast).admin.actor;
let count = 0;
const newAddress = () => `moved-${++count}@caresync.test`;

/** Someone whose address is about to change, with the secrets of both links. */
async function changing() {
  const [user, email] = [await createUser(), newAddress()];
  const change = await requestEmailChange(await administrator(), { userId: user.id, email, reason: "By phone" });
  const secretTo = async (to: string) =>
    /\/email-changes\/([\w-]{43})\n/.exec((await newestMailTo(to)).text)?.[1] ?? "no link";
  return { user, email, change, consent: await secretTo(email), stop: await secretTo(user.email) };
}
const addressOf = async ({ id }: { id: string }) => (await db.user.findUniqueOrThrow({ where: { id } })).email;
const signIn = (email: string) =>
  outcome(verifyCredentials({ email, password: TEST_PASSWORD, address: ADDRESS, via: "token" }));
const actionsAbout = async ({ id }: { id: string }) =>
  (await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { position: "asc" } })).map(
    ({ action }) => action,
  );

beforeEach(() => db.rateLimitWindow.deleteMany());

describe("another address of an account", () => {
  it("counts once the link sent there is used, and ends every session", async () => {
    const { user, email, change, consent, stop } = await changing();
    await signedIn(user);
    await sendPasswordReset(user.email);
    expect(await addressOf(user)).toBe(user.email);
    expect(await findLinkedChange(consent)).toMatchObject({ does: "change", newEmail: email });
    expect(await answerEmailChange(consent, ADDRESS)).toBe("change");
    expect(await addressOf(user)).toBe(email);
    expect([await signIn(user.email), await signIn(email)]).toEqual(["invalid-credentials", "ok"]);
    expect(await db.session.count({ where: { userId: user.id, revokedAt: null } })).toBe(0);
    expect(await db.passwordReset.count({ where: { userId: user.id, usedAt: null } })).toBe(0);
    expect((await newestMailTo(user.email)).subject).toBe("Your CareSync account has a new address");
    for (const token of [consent, stop]) expect(await outcome(answerEmailChange(token, ADDRESS))).toBe("invalid-token");
    expect(await actionsAbout(user)).toContain("account.email-changed");
    expect(await eventsOf(change.id)).toEqual(["email-change.requested", "email-change.done"]);
    expect(await eventsOf(user.id)).toEqual(["user.email-changed", "user.sessions-ended"]);
  });

  it("is told to the old address without naming the new one, and can be stopped from there", async () => {
    const { user, email, consent, stop } = await changing();
    expect((await newestMailTo(user.email)).text).not.toContain(email);
    expect(await answerEmailChange(stop, ADDRESS)).toBe("stop");
    expect(await outcome(answerEmailChange(consent, ADDRESS))).toBe("invalid-token");
    expect(await addressOf(user)).toBe(user.email);
    expect(await actionsAbout(user)).toEqual(["user.request-email-change", "account.email-change-stopped"]);
  });

  it("can be withdrawn, once, and its mails aren't sent any more", async () => {
    const { user, email, consent } = await changing();
    const admin = await administrator();
    expect(await withdrawEmailChange(admin, { userId: user.id })).toMatchObject({ status: "WITHDRAWN" });
    expect(await outcome(withdrawEmailChange(admin, { userId: user.id }))).toBe("invalid-transition");
    expect(await findLinkedChange(consent)).toBeNull();
    expect([await mailsTo(email), await mailsTo(user.email)]).toEqual([[], []]);
    const sent = await db.message.findMany({ where: { userId: user.id } });
    expect(sent.map(({ state }) => state)).toEqual(["CANCELLED", "CANCELLED"]);
  });

  it("is said to the account once signed in, and can be stopped there, once", async () => {
    const { user, consent } = await changing();
    const actor = await actorOf(user);
    expect((await getOwnAccount(actor)).emailChangeUntil).toEqual(expect.any(String));
    expect(await outcome(keepAddress(actor))).toBe("ok");
    expect(await outcome(keepAddress(actor))).toBe("invalid-transition");
    expect(await findLinkedChange(consent)).toBeNull();
    expect((await getOwnAccount(actor)).emailChangeUntil).toBeNull();
  });

  it("waits a day: then a job ends it, and until the job comes it stands in no one's way", async () => {
    const [late, again] = [await createUser(), await createUser()];
    const createdAt = new Date(Date.now() - 24 * 3_600_000 - 1000);
    const newEmail = newAddress();
    await pendingChange(again, { createdAt, newEmail });
    expect(
      await outcome(requestEmailChange(await administrator(), { userId: late.id, email: newEmail, reason: "x" })),
    ).toBe("ok");
    const { id } = await pendingChange(again, { createdAt });
    expect(await expireEmailChanges()).toBe(1);
    expect(await expireEmailChanges()).toBe(0);
    expect((await db.emailChange.findUniqueOrThrow({ where: { id } })).status).toBe("EXPIRED");
    expect(await eventsOf(id)).toEqual(["email-change.expired"]);
  });

  it("isn't asked for by others, for oneself, for a suspended account or for the same or another's address", async () => {
    const admin = await administrator();
    const { patient, doctor, manager, coordinator, system, admin: own } = await cast;
    const [user, other, suspended] = [
      await createUser(),
      await createUser(),
      await createUser({ status: "SUSPENDED" }),
    ];
    const ask = (userId: string, email: string, actor = admin) =>
      outcome(requestEmailChange(actor, { userId, email, reason: "By phone" }));
    for (const { actor } of [patient, doctor, manager, coordinator, system]) {
      expect(await ask(user.id, newAddress(), actor)).toBe("not-found");
      expect(await outcome(withdrawEmailChange(actor, { userId: user.id }))).toBe("not-found");
    }
    expect(await ask(own.user.id, newAddress())).toBe("forbidden");
    expect(await ask(suspended.id, newAddress())).toBe("forbidden");
    expect(await ask(user.id, user.email)).toBe("invalid");
    expect(await ask(user.id, other.email)).toBe("already-exists");
    expect(await ask("0197a3c0-0000-7000-8000-00000000000a", newAddress())).toBe("not-found");
    expect(await db.emailChange.count({ where: { userId: { in: [user.id, own.user.id, suspended.id] } } })).toBe(0);
  });

  it("opens nothing while the account is suspended", async () => {
    const { user, consent } = await changing();
    await suspendUser(await administrator(), user.id);
    expect(await outcome(answerEmailChange(consent, ADDRESS))).toBe("invalid-token");
  });
});

describe("races", () => {
  it("of two administrators leave one change; of two accounts, one is promised the address", async () => {
    const admin = await administrator();
    const [a, b] = [await createUser(), await createUser()];
    const email = newAddress();
    const ask = (userId: string, to: string) => outcome(requestEmailChange(admin, { userId, email: to, reason: "x" }));
    expect((await Promise.all([ask(a.id, newAddress()), ask(a.id, newAddress())])).sort()).toEqual([
      "already-exists",
      "ok",
    ]);
    const c = await createUser();
    expect((await Promise.all([ask(b.id, email), ask(c.id, email)])).sort()).toEqual(["already-exists", "ok"]);
  });

  it("of both links, or of one used twice, have one winner", async () => {
    for (const isTwice of [true, false]) {
      const { user, email, consent, stop } = await changing();
      const codes = await Promise.all(
        [consent, isTwice ? consent : stop].map((token) => outcome(answerEmailChange(token, ADDRESS))),
      );
      expect(codes.sort()).toEqual(["invalid-token", "ok"]);
      const { status } = await db.emailChange.findFirstOrThrow({ where: { userId: user.id } });
      expect(await addressOf(user)).toBe(status === "DONE" ? email : user.email);
    }
  });

  it("with someone who signs up with the address are decided by its being unique: nothing changes, and the link still holds", async () => {
    const { user, email, consent } = await changing();
    await signUp({ kind: "patient", name: "A newcomer", email, password: "an invented phrase of mine" });
    expect(await outcome(answerEmailChange(consent, ADDRESS))).toBe("already-exists");
    expect(await addressOf(user)).toBe(user.email);
    expect(await findLinkedChange(consent)).not.toBeNull();
  });

  it("with a link to choose a password end with both done, or that one void", async () => {
    const { user, email, consent } = await changing();
    await sendPasswordReset(user.email);
    const token = /\/reset-password\/([\w-]{43})\n/.exec((await newestMailTo(user.email)).text)?.[1] ?? "";
    const reset = resetPassword({ token, newPassword: "another invented phrase" }, ADDRESS);
    const [changed, chosen] = await Promise.all([outcome(answerEmailChange(consent, ADDRESS)), outcome(reset)]);
    expect([changed, await addressOf(user)]).toEqual(["ok", email]);
    expect(["ok", "invalid-token"]).toContain(chosen);
  });
});

it("the database changes no address without consent, and no consent afterwards", async () => {
  const [user, other] = [await createUser(), await createUser()];
  const change = await pendingChange(user);
  const direct = db.user.update({ where: { id: user.id }, data: { email: change.newEmail } });
  await expect(direct).rejects.toThrow(/by an EmailChange only/);
  await expect(db.emailChange.update({ where: { id: change.id }, data: { newEmail: newAddress() } })).rejects.toThrow(
    /never changes/,
  );
  await db.emailChange.update({ where: { id: change.id }, data: { status: "DONE" } });
  // Done in a transaction of its own: too late for this one, and never for another account.
  for (const { id } of [user, other])
    await expect(db.user.update({ where: { id }, data: { email: change.newEmail } })).rejects.toThrow(
      /EmailChange only/,
    );
  await expect(pendingChange(user, { newEmail: user.email })).rejects.toThrow(/another_address/);
});
