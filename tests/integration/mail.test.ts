import { beforeEach, describe, expect, it } from "vitest";
import { listOutbox } from "@/lib/domain/administration/list-outbox";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { MAX_PER_DAY, planMails } from "@/lib/domain/messages/plan-mails";
import { queueMessages, type MessageDraft } from "@/lib/domain/messages/queue-messages";
import { removeExpiredTokens } from "@/lib/domain/accounts/remove-expired";
import {
  PASSWORD_RESET_TASK,
  requestPasswordReset,
  sendPasswordReset,
} from "@/lib/domain/accounts/request-password-reset";
import { AppError } from "@/lib/platform/errors/app-error";
import { startWorker } from "@/lib/platform/jobs/worker";
import { actorOf } from "@/tests/support/actors";
import { createAdmin, createHospital, createUser } from "@/tests/support/factories";
import { outcome } from "../support/outcome";

const ADDRESS = "198.51.100.7";
const DAY_MS = 86_400_000;
const NOW = new Date("2027-03-01T22:00:00Z");
const waitingJobs = () => db.$queryRaw<{ task: string }[]>`SELECT task_identifier AS task FROM graphile_worker.jobs`;

beforeEach(() => db.rateLimitWindow.deleteMany());

function mailTo(toAddress: string, text = "t"): MessageDraft {
  const content = { letter: { subject: "s", body: [text], why: "" } };
  return { key: crypto.randomUUID(), toAddress, reason: "test", channel: "EMAIL", content };
}

/** How many mails of one import go out on each day from today. */
async function send(hospitalId: string, count: number): Promise<number[]> {
  const plan = await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const days = await planMails(tx, hospitalId, count, NOW);
    await queueMessages(
      tx,
      days.map((dueAt, i) => ({ ...mailTo(`many-${i}@caresync.test`), hospitalId, dueAt })),
    );
    return days;
  });
  const byDay: number[] = [];
  for (const dueAt of plan) {
    const day = Math.floor(dueAt.getTime() / DAY_MS) - Math.floor(NOW.getTime() / DAY_MS);
    byDay[day] = (byDay[day] ?? 0) + 1;
  }
  return [...byDay].map((sent) => sent ?? 0);
}

// First: it waits until no job is left.
describe("queued mail", () => {
  it("is queued in the transaction that creates it, and not at all when that fails", async () => {
    const failing = inTransaction(SYSTEM_ACTOR, async (tx) => {
      await queueMessages(tx, [mailTo("rolled-back@caresync.test")]);
      throw new AppError("conflict");
    });
    expect(await outcome(failing)).toBe("conflict");
    expect(await db.message.count({ where: { toAddress: "rolled-back@caresync.test" } })).toBe(0);
  });

  it("goes from request to outbox by the worker alone, with the application's rights", async () => {
    const user = await createUser();
    const worker = startWorker({
      tasks: {
        [PASSWORD_RESET_TASK]: (payload) => sendPasswordReset((payload as { email: string }).email),
      },
    });
    try {
      await requestPasswordReset(user.email, ADDRESS);
      await expect
        .poll(() => db.message.count({ where: { userId: user.id } }), { timeout: 10_000, interval: 50 })
        .toBe(1);
      await expect.poll(async () => (await waitingJobs()).length, { timeout: 10_000, interval: 50 }).toBe(0);
    } finally {
      await worker.stop();
    }
  });

  it("is deleted with its links when both have long expired", async () => {
    const user = await createUser();
    await sendPasswordReset(user.email);
    const later = new Date(Date.now() + 9 * 86_400_000);
    expect(await removeExpiredTokens(later)).toBeGreaterThan(0);
    expect(await db.passwordReset.count()).toBe(0);
  });
});

describe("mail caused by a hospital", () => {
  it("is limited per day, and the rest follows on the days after, also for a second import", async () => {
    const hospital = await createHospital();
    expect(await send(hospital.id, MAX_PER_DAY + 100)).toEqual([MAX_PER_DAY, 100]);
    expect(await send(hospital.id, MAX_PER_DAY)).toEqual([0, MAX_PER_DAY - 100, 100]);
    const late = await db.message.count({
      where: { hospitalId: hospital.id, nextAttemptAt: { gte: new Date("2027-03-02T00:00:00Z") } },
    });
    expect(late).toBe(MAX_PER_DAY + 100);
  });

  it("does not use up another hospital's limit", async () => {
    expect(await send((await createHospital()).id, 3)).toEqual([3]);
  });
});

it("an administrator's view of the outbox is audited, and shows no link that opens an account", async () => {
  const admin = await actorOf(await createAdmin());
  const key = "k".repeat(43);
  const text = `Here: https://care.example/reset-password/${key}`;
  await inTransaction(SYSTEM_ACTOR, (tx) => queueMessages(tx, [mailTo("a@caresync.test", text)]));
  const [mail] = await listOutbox(admin);
  expect(mail).toMatchObject({
    text: expect.stringContaining("Here: https://care.example/reset-password/…\n"),
    hasHiddenLink: true,
  });
  expect(await db.auditEntry.count({ where: { action: "outbox.view", actorUserId: admin.userId } })).toBe(1);
});
