import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { NEWEST_FIRST, startPage, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import type { NotificationGroup, NotificationItem } from "./format";
import { toItems } from "./internal/to-items";
import type { NotificationFilter } from "./schema";
import { accountsBehind, notificationGroups } from "./statements";
import { visibleTo } from "./policy";

const notificationSelect = {
  id: true,
  type: true,
  refs: true,
  readAt: true,
  createdAt: true,
  groupId: true,
  kind: true,
} as const;
const NO_FILTER = { unread: false, kind: null };

/** Returns the actor's notifications, newest first. */
export async function listNotifications(actor: Actor, { unread, kind, ...page }: PageQuery & NotificationFilter) {
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, NEWEST_FIRST);
  const rows = await db.notification.findMany({
    where: {
      AND: [visibleTo(actor), { ...(unread ? { readAt: null } : {}), ...(kind ? { kind } : {}) }, beyond],
    },
    orderBy,
    take,
    select: notificationSelect,
  });
  return pageOf(rows);
}

/** Returns the same page for a screen, with the person and the time. */
export async function listNotificationItems(actor: Actor, page: PageQuery): Promise<Page<NotificationItem>> {
  const { items, nextCursor } = await listNotifications(actor, page);
  return { nextCursor, items: await toItems(actor, items) };
}

/**
 * Returns the actor's notifications by the thing they are about, the thing with the latest one first, and of each the latest few. A
 * filter narrows the notifications, and things without any that fits are left out.
 */
export async function listNotificationGroups(
  actor: Actor,
  filter: NotificationFilter,
  page: PageQuery,
): Promise<Page<NotificationGroup>> {
  const { after, take, pageBy } = startPage(page, z.strictObject({ c: z.iso.datetime(), i: z.uuid() }));
  if (actor.userId === null) return { items: [], nextCursor: null };
  const from = after && { createdAt: new Date(after.c), id: after.i };
  const rows = await notificationGroups(sql, actor.userId, { ...NO_FILTER, ...filter }, from, take);
  const heads = new Map(rows.map((row) => [row.groupId, row]));
  const { items, nextCursor } = pageBy([...heads.values()], ({ headAt, headId }) => ({
    c: headAt.toISOString(),
    i: headId,
  }));
  const shown = rows.filter(({ groupId }) => items.some((head) => head.groupId === groupId));
  const told = await toItems(actor, shown);
  const groups = items.map(({ groupId, total, unread }) => ({
    id: groupId,
    total,
    unread,
    items: told.filter((_, index) => shown[index]?.groupId === groupId),
  }));
  return { nextCursor, items: groups };
}

/** Counts the actor's unread notifications, up to 100. */
export async function countUnread(actor: Actor): Promise<number> {
  const rows = await db.notification.findMany({
    where: { ...visibleTo(actor), readAt: null },
    select: { id: true },
    take: 100,
  });
  return rows.length;
}

/**
 * Returns the accounts behind `user:`, `patient:`, `record:`, `keeper:`, `doctor:`, `hospital:` (its staff) and `admin` entries of audiences, by
 * current access, in one query. For the relay: it grants no access.
 */
export async function unsafeListUsersBehind(entries: string[]): Promise<Map<string, string[]>> {
  const ids = (kind: string) => entries.filter((e) => e.startsWith(`${kind}:`)).map((e) => e.slice(kind.length + 1));
  const rows = await accountsBehind(sql, {
    users: ids("user"),
    patients: ids("patient"),
    records: ids("record"),
    keepers: ids("keeper"),
    doctors: ids("doctor"),
    hospitals: ids("hospital"),
    admins: entries.includes("admin"),
  });
  const reached = new Map<string, string[]>();
  for (const { entry, userId } of rows) reached.set(entry, [...(reached.get(entry) ?? []), userId]);
  return reached;
}

/**
 * Unsafe: of any account. Returns the identities its sockets may be signed in as: its tokens', and each session's of
 * the last twelve hours.
 */
export async function unsafeListSocketOwners(userId: string): Promise<string[]> {
  const sessions = await db.session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    select: { id: true },
  });
  return [userId, ...sessions.map(({ id }) => id)];
}
