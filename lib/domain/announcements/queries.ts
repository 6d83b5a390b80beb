import type { Actor } from "@/lib/actor/actor";
import { db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage, type Page } from "@/lib/platform/input/page";
import { instantText } from "@/lib/platform/time/iso-text";
import { audiencesOf, canAnnounce } from "./policy";
import type { Announcement, AnnouncementsQuery, Published } from "./schema";
import { AHEAD_HOURS, MOST_SHOWN, type AnnouncementAudience } from "./status";

const announcementSelect = {
  id: true,
  text: true,
  level: true,
  startsAt: true,
  endsAt: true,
  maintenanceFrom: true,
  maintenanceUntil: true,
} satisfies Prisma.AnnouncementSelect;
type Row = Prisma.AnnouncementGetPayload<{ select: typeof announcementSelect }>;

function toAnnouncement({
  maintenanceFrom: from,
  maintenanceUntil: until,
  startsAt,
  endsAt,
  ...row
}: Row): Announcement {
  return {
    ...row,
    startsAt: instantText(startsAt),
    endsAt: endsAt && instantText(endsAt),
    maintenance: from && until ? { from: instantText(from), until: instantText(until) } : null,
  };
}

export const publishedSelect = {
  ...announcementSelect,
  audience: true,
  endedAt: true,
  createdAt: true,
} satisfies Prisma.AnnouncementSelect;
type PublishedRow = Prisma.AnnouncementGetPayload<{ select: typeof publishedSelect }>;

/** An announcement as administrators read it. */
export function toPublished({ audience, endedAt, createdAt, ...row }: PublishedRow): Published {
  return {
    ...toAnnouncement(row),
    audience,
    endedAt: endedAt && instantText(endedAt),
    createdAt: instantText(createdAt),
  };
}

/** Those that an end still comes to. */
export const openToEnd = (now: Date) => ({ endedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] });

/** Where the actor finds an announcement that isn't over: it is for them, or in this portal. */
export function openTo(actor: Actor, now: Date, portal?: AnnouncementAudience): Prisma.AnnouncementWhereInput {
  const audiences = audiencesOf(actor);
  return {
    ...openToEnd(now),
    audience: { in: portal ? audiences.filter((one) => one === "EVERYONE" || one === portal) : audiences },
  };
}

/**
 * Returns what stands at the top of the actor's pages now or within twelve hours and wasn't dismissed, warnings first, then the
 * latest; in one portal, what is for everyone or for its people.
 */
export async function listOwnAnnouncements(
  actor: Actor,
  portal?: AnnouncementAudience,
  now = new Date(),
): Promise<Announcement[]> {
  const { userId } = actor;
  if (userId === null) return [];
  const rows = await db.announcement.findMany({
    where: {
      ...openTo(actor, now, portal),
      startsAt: { lte: new Date(now.getTime() + AHEAD_HOURS * 3_600_000) },
      dismissals: { none: { userId } },
    },
    orderBy: [{ level: "desc" }, { startsAt: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
    select: announcementSelect,
  });
  return rows.map(toAnnouncement);
}

/** Returns all announcements, the latest first. Throws `not-found` for everyone but administrators. */
export async function listAnnouncements(actor: Actor, query: AnnouncementsQuery): Promise<Page<Published>> {
  if (!canAnnounce(actor)) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const page = pageOf(await db.announcement.findMany({ where: beyond, orderBy, take, select: publishedSelect }));
  return { ...page, items: page.items.map(toPublished) };
}

/** Counts what is shown now. Throws `not-found` for everyone but administrators. */
export function countCurrent(actor: Actor, now: Date): Promise<number> {
  if (!canAnnounce(actor)) throw notFound();
  return db.announcement.count({ where: { ...openToEnd(now), startsAt: { lte: now } } });
}
