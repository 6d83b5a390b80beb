import type { Tx } from "@/lib/platform/db/db";
import { DAY_MS } from "@/lib/platform/time/iso-text";
import { lockMailsOf, mailsPerDay } from "./statements";

/** How many mails to strangers one hospital may cause per day (UTC); the rest goes out on the days after. */
export const MAX_PER_DAY = 500;

/**
 * Plans when a hospital's mails to people without an account may be sent: now, or on the first day with room. Runs one at a
 * time per hospital, so that two imports at once don't share a day's room.
 */
export async function planMails(tx: Tx, hospitalId: string, count: number, now: Date = new Date()): Promise<Date[]> {
  await lockMailsOf(tx, hospitalId);
  const today = Math.floor(now.getTime() / DAY_MS);
  const rows = await mailsPerDay(tx, hospitalId, new Date(today * DAY_MS));
  const used = new Map(rows.map((row) => [row.day, row.used]));
  const dueAt: Date[] = [];
  for (let day = today; dueAt.length < count; day++) {
    const room = Math.min(MAX_PER_DAY - (used.get(day) ?? 0), count - dueAt.length);
    for (let i = 0; i < room; i++) dueAt.push(day === today ? now : new Date(day * DAY_MS));
  }
  return dueAt;
}
