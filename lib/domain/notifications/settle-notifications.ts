import type { EventDraft } from "@/lib/actor/record";
import type { Sql } from "@/lib/platform/db/sql";
import { notificationsRead } from "./events";
import { THREADS } from "./rules";
import { readAbout } from "./statements";

type Readers = { userId?: string | null; hospitalId?: string | null };

/**
 * Marks as read what someone, or the staff of a hospital, was notified of about messages they have now read. Returns the events
 * that tell their open pages, for the transaction of the reading.
 */
export async function settleNotifications(
  tx: Sql,
  { groupId, userId = null, hospitalId = null }: Readers & { groupId: string },
): Promise<EventDraft[]> {
  const read = await readAbout(tx, { groupId, userId, hospitalId, types: THREADS });
  return [...new Set(read.map((row) => row.userId))].map(notificationsRead);
}
