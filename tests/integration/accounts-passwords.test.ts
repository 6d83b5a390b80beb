import { beforeEach, describe, expect, it, vi } from "vitest";
import { requestResetAction } from "@/lib/domain/accounts/actions";
import { changePassword } from "@/lib/domain/accounts/internal/change-password";
import { isResetUsable } from "@/lib/domain/accounts/queries";
import {
  PASSWORD_RESET_TASK,
  requestPasswordReset,
  sendPasswordReset,
} from "@/lib/domain/accounts/request-password-reset";
import { resetPassword } from "@/lib/domain/accounts/internal/reset-password";
import { verifyCredentials } from "@/lib/domain/accounts/verify-credentials";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db } from "@/lib/platform/db/db";
import type { AppError } from "@/lib/platform/errors/app-error";
import { actorOf } from "../support/actors";
import { createUser, TEST_PASSWORD } from "../support/factories";
import { form } from "../support/forms";
import { outcome } from "../support/outcome";
import { mailsTo, newestMailTo } from "@/tests/support/mails";

vi.mock("next/headers", () => import("@/tests/support/cookie-jar"));

const ADDRESS = "198.51.100.7";
const NEW_PASSWORD = "another invented phrase";
const signIn = (email: string, password: string) =>
  outcome(verifyCredentials({ email, password, address: ADDRESS, via: "token" }));
const waitingJobs = () =>
  db.$queryRaw<{ task: string; payload: { email?: string; mailId?: string } }[]>`
    SELECT j.task_identifier AS task, p.payload FROM graphile_worker.jobs j
    JOIN graphile_worker._private_jobs p ON p.id = j.id ORDER BY j.id`;

/** The token in the newest mail to an address. */
async function tokenSentTo(email: string): Promise<string> {
  const mail = await newestMailTo(email);
  return /\/reset-password\/([\w-]{43})\n/.exec(mail.text)?.[1] ?? "no link";
}

beforeEach(() => db.rateLimitWindow.deleteMany());

describe("requesting a password reset", () => {
  it("leaves the same traces for a known and an unknown address", async () => {
    const user = await createUser();
    const before = await db.auditEntry.count();
    for (const email of [user.email, "unknown@caresync.test"]) await requestPasswordReset(email, ADDRESS);
    expect(await db.auditEntry.count({ where: { action: "account.reset-requested" } })).toBe(2);
    expect(await db.auditEntry.count()).toBe(before + 2);
    expect((await waitingJobs()).map((job) => [job.task, job.payload.email])).toEqual([
      [PASSWORD_RESET_TASK, user.email],
      [PASSWORD_RESET_TASK, "unknown@caresync.test"],
    ]);
    expect(await db.passwordReset.count()).toBe(0);
  });

  it("sends a link whose token is kept only as a hash, and nothing to strangers and suspended accounts", async () => {
    const [user, suspended] = [await createUser(), await createUser({ status: "SUSPENDED" })];
    for (const email of [user.email, suspended.email, "unknown@caresync.test"]) await sendPasswordReset(email);
    for (const email of [suspended.email, "unknown@caresync.test"]) expect(await mailsTo(email)).toEqual([]);
    const token = await tokenSentTo(user.email);
    const row = await db.passwordReset.findFirstOrThrow({ where: { userId: user.id } });
    expect(row.tokenHash).toBe(hashSecretToken(token));
    expect(row.expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 3600_000);
    expect(await isResetUsable(token)).toBe(true);
    expect(await isResetUsable(`${token}x`)).toBe(false);
  });

  it("mails one address a few times an hour without saying so, and is limited per network", async () => {
    const asked = () => db.auditEntry.count({ where: { action: "account.reset-requested" } });
    const before = await asked();
    const codes: unknown[] = [];
    for (let n = 0; n < 6; n++) codes.push(await outcome(requestPasswordReset("often@caresync.test", ADDRESS)));
    expect(codes).toEqual(Array<string>(6).fill("ok"));
    expect((await asked()) - before).toBe(5);
    for (let n = 0; n < 20; n++) codes.push(await outcome(requestPasswordReset(`often-${n}@caresync.test`, ADDRESS)));
    expect(codes.at(-1)).toBe("rate-limited");
  });

  it("shows the same for every address", async () => {
    const { email } = await createUser();
    const known = await requestResetAction({}, form({ email }));
    const unknown = await requestResetAction({}, form({ email: "unknown-here@caresync.test" }));
    expect({ ...known, values: null, done: 0 }).toEqual({ ...unknown, values: null, done: 0 });
    expect(known.error).toBeUndefined();
  });
});

describe("the reset link", () => {
  async function link() {
    const user = await createUser();
    await sendPasswordReset(user.email);
    return { user, token: await tokenSentTo(user.email) };
  }

  it("works once, ends every session, and notifies the owner", async () => {
    const { user, token } = await link();
    await resetPassword({ token, newPassword: NEW_PASSWORD }, ADDRESS);
    expect(await signIn(user.email, NEW_PASSWORD)).toBe("ok");
    expect(await signIn(user.email, TEST_PASSWORD)).toBe("invalid-credentials");
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).sessionEpoch).toBe(1);
    expect(await outcome(resetPassword({ token, newPassword: "and one more phrase" }, ADDRESS))).toBe("invalid-token");
    expect(await mailsTo(user.email)).toHaveLength(2);
    const actions = await db.auditEntry.findMany({
      where: { subjectId: user.id },
      orderBy: { position: "asc" },
      select: { action: true },
    });
    expect(actions.map(({ action }) => action)).toEqual([
      "account.reset-sent",
      "account.password-reset",
      "account.signed-in",
      "account.sign-in-failed",
    ]);
  });

  it("has one winner when two people open it at once", async () => {
    const { token } = await link();
    const codes = await Promise.all(
      ["first phrase of two", "second phrase of two"].map((newPassword) =>
        outcome(resetPassword({ token, newPassword }, ADDRESS)),
      ),
    );
    expect(codes.toSorted()).toEqual(["invalid-token", "ok"]);
  });

  it("survives a rejected password, and is voided by a newer link, by time, by suspension and by a change", async () => {
    const { user, token } = await link();
    expect(await outcome(resetPassword({ token, newPassword: user.email }, ADDRESS))).toBe("invalid");
    await sendPasswordReset(user.email);
    const newer = await tokenSentTo(user.email);
    expect([await isResetUsable(token), await isResetUsable(newer)]).toEqual([false, true]);
    await changePassword(await actorOf(user), { currentPassword: TEST_PASSWORD, newPassword: NEW_PASSWORD });
    expect(await isResetUsable(newer)).toBe(false);
    const late = await link();
    await db.passwordReset.updateMany({
      where: { userId: late.user.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await outcome(resetPassword({ token: late.token, newPassword: NEW_PASSWORD }, ADDRESS))).toBe(
      "invalid-token",
    );
    const gone = await link();
    await db.user.update({ where: { id: gone.user.id }, data: { status: "SUSPENDED" } });
    expect(await outcome(resetPassword({ token: gone.token, newPassword: NEW_PASSWORD }, ADDRESS))).toBe(
      "invalid-token",
    );
  });
});

describe("changing the password", () => {
  const fieldsOf = (promise: Promise<unknown>) =>
    promise.then(
      () => [],
      (error: unknown) => (error as AppError).fields?.map((field) => field.path),
    );

  it("needs the current one and a good new one, and names the invalid field", async () => {
    const user = await createUser();
    const actor = await actorOf(user);
    expect(await fieldsOf(changePassword(actor, { currentPassword: "not it", newPassword: NEW_PASSWORD }))).toEqual([
      "currentPassword",
    ]);
    expect(await fieldsOf(changePassword(actor, { currentPassword: TEST_PASSWORD, newPassword: "short" }))).toEqual([
      "newPassword",
    ]);
    expect(
      await fieldsOf(changePassword(actor, { currentPassword: TEST_PASSWORD, newPassword: TEST_PASSWORD })),
    ).toEqual(["newPassword"]);
  });

  it("has one winner when two happen at once, and ends the other's session", async () => {
    const user = await createUser();
    const actor = await actorOf(user);
    const codes = await Promise.all(
      ["first phrase of two", "second phrase of two"].map((newPassword) =>
        outcome(changePassword(actor, { currentPassword: TEST_PASSWORD, newPassword })),
      ),
    );
    expect(codes.toSorted()).toEqual(["ok", "unauthenticated"]);
  });

  it("can't be guessed from a stolen session", async () => {
    const actor = await actorOf(await createUser());
    const codes: unknown[] = [];
    for (let n = 0; n < 11; n++)
      codes.push(await outcome(changePassword(actor, { currentPassword: "a guess", newPassword: NEW_PASSWORD })));
    expect(codes.at(-1)).toBe("rate-limited");
  });
});
