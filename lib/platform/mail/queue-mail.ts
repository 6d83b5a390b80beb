import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import { addJobs } from "@/lib/platform/jobs/add-job";
import { DAY_MS } from "@/lib/platform/time/iso-text";
import { insertMails, lockMailsOf, mailsPerDay } from "./statements";

export const SEND_MAIL_TASK = "send-mail";
/** How many mails one hospital may cause per day (UTC); the rest goes out on the days after. */
export const MAX_PER_DAY = 500;

export type Mail = { to: string; subject: string; text: string };
/** On whose behalf strangers get mail, and when each is sent. */
export type Sender = { hospitalId: string; dueAt: Date[] };

/** Puts a mail into the outbox and queues its sending, in the caller's transaction. */
export function queueMail(tx: Tx, mail: Mail, sender?: Sender): Promise<void> {
  return queueMails(tx, [mail], sender);
}

/** Does the same for many at once, in two round trips. */
export async function queueMails(tx: Sql, mails: Mail[], sender?: Sender): Promise<void> {
  const hospitalId = sender?.hospitalId ?? null;
  const rows = mails.map((mail, index) => ({
    id: uuidv7(),
    ...mail,
    hospitalId,
    dueAt: sender?.dueAt[index] ?? new Date(),
  }));
  await insertMails(tx, JSON.stringify(rows));
  await addJobs(
    tx,
    SEND_MAIL_TASK,
    rows.map(({ id, dueAt }) => ({ payload: { mailId: id }, runAt: dueAt })),
  );
}

/**
 * Plans when a hospital's mails may be sent: now, or on the first day with room. Runs one at a time per hospital, so
 * that two imports at once don't share a day's room.
 */
export async function planMails(tx: Tx, hospitalId: string, count: number, now: Date = new Date()): Promise<Sender> {
  await lockMailsOf(tx, hospitalId);
  const today = Math.floor(now.getTime() / DAY_MS);
  const rows = await mailsPerDay(tx, hospitalId, new Date(today * DAY_MS));
  const used = new Map(rows.map((row) => [row.day, row.used]));
  const dueAt: Date[] = [];
  for (let day = today; dueAt.length < count; day++) {
    const room = Math.min(MAX_PER_DAY - (used.get(day) ?? 0), count - dueAt.length);
    for (let i = 0; i < room; i++) dueAt.push(day === today ? now : new Date(day * DAY_MS));
  }
  return { hospitalId, dueAt };
}
