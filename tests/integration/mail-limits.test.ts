import { describe, expect, it } from "vitest";
import { viewOutbox } from "@/lib/domain/administration/view-outbox";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { MAX_PER_DAY, planMails, queueMails } from "@/lib/platform/mail/queue-mail";
import { actorOf } from "@/tests/support/actors";
import { createAdmin, createHospital } from "@/tests/support/factories";

const DAY_MS = 86_400_000;
const NOW = new Date("2027-03-01T22:00:00Z");

/** How many mails of one import go out on each day from today. */
async function send(hospitalId: string, count: number): Promise<number[]> {
  const sender = await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const plan = await planMails(tx, hospitalId, count, NOW);
    await queueMails(
      tx,
      Array.from({ length: count }, (_, i) => ({ to: `many-${i}@caresync.test`, subject: "s", text: "t" })),
      plan,
    );
    return plan;
  });
  const byDay: number[] = [];
  for (const dueAt of sender.dueAt) {
    const day = Math.floor(dueAt.getTime() / DAY_MS) - Math.floor(NOW.getTime() / DAY_MS);
    byDay[day] = (byDay[day] ?? 0) + 1;
  }
  return [...byDay].map((sent) => sent ?? 0);
}

describe("mail caused by a hospital", () => {
  it("is limited per day, and the rest follows on the days after, also for a second import", async () => {
    const hospital = await createHospital();
    expect(await send(hospital.id, MAX_PER_DAY + 100)).toEqual([MAX_PER_DAY, 100]);
    expect(await send(hospital.id, MAX_PER_DAY)).toEqual([0, MAX_PER_DAY - 100, 100]);
    const jobs = await db.$queryRaw<
      { late: number }[]
    >`SELECT count(*) FILTER (WHERE run_at >= '2027-03-02Z')::int AS late FROM graphile_worker.jobs WHERE task_identifier = 'send-mail'`;
    expect(jobs[0]?.late).toBe(MAX_PER_DAY + 100);
  });

  it("does not use up another hospital's limit", async () => {
    expect(await send((await createHospital()).id, 3)).toEqual([3]);
  });
});

it("an administrator's view of the outbox is audited, and shows no link that opens an account", async () => {
  const admin = await actorOf(await createAdmin());
  const key = "k".repeat(43);
  await db.outboundMail.create({
    data: { toAddress: "a@caresync.test", subject: "Choose", text: `Here: https://care.example/reset-password/${key}` },
  });
  const [mail] = await viewOutbox(admin);
  expect(mail).toMatchObject({ text: "Here: https://care.example/reset-password/…", hasHiddenLink: true });
  expect(await db.auditEntry.count({ where: { action: "outbox.view", actorUserId: admin.userId } })).toBe(1);
});
