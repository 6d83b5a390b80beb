import { z } from "zod";
import { visiblePatientIds, type Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { NEWEST_FIRST, startSortedPage } from "@/lib/platform/input/page";
import { listAppointmentTimes } from "@/lib/domain/appointments/queries";
import { listOwnCallIds } from "@/lib/domain/ambulances/queries";
import { listStayNames } from "@/lib/domain/beds/queries";
import { listPartnerNames } from "@/lib/domain/affiliations/queries";
import type { NotificationItem } from "./format";
import { accountsBehind } from "./statements";
import { visibleTo } from "./policy";

const notificationSelect = { id: true, type: true, refs: true, readAt: true, createdAt: true } as const;

/** Returns the actor's notifications, newest first. */
export async function listNotifications(actor: Actor, page: { limit: number; cursor?: string }) {
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, NEWEST_FIRST);
  const rows = await db.notification.findMany({
    where: {
      AND: [visibleTo(actor), beyond],
    },
    orderBy,
    take,
    select: notificationSelect,
  });
  return pageOf(rows);
}

/** Returns the same page for a screen, with the person and the time, by one query over what the actor may see. */
export async function listNotificationItems(
  actor: Actor,
  page: { limit: number; cursor?: string },
): Promise<{ items: NotificationItem[]; nextCursor: string | null }> {
  const { items, nextCursor } = await listNotifications(actor, page);
  const idOf = (refs: unknown) => z.object({ appointmentId: z.uuid() }).safeParse(refs).data?.appointmentId;
  const callIdOf = (refs: unknown) =>
    z.object({ ambulanceBookingId: z.uuid() }).safeParse(refs).data?.ambulanceBookingId;
  const ids = [...new Set(items.flatMap(({ refs }) => idOf(refs) ?? []))];
  const ownCalls = new Set(
    await listOwnCallIds(actor, [...new Set(items.flatMap(({ refs }) => callIdOf(refs) ?? []))]),
  );
  const callOf = (id: string | undefined): NotificationItem["call"] =>
    id ? { id, side: ownCalls.has(id) ? "patient" : "hospital" } : null;
  const stayIdOf = (refs: unknown) => z.object({ bedBookingId: z.uuid() }).safeParse(refs).data?.bedBookingId;
  const stayIds = [...new Set(items.flatMap(({ refs }) => stayIdOf(refs) ?? []))];
  const stays = new Map((await listStayNames(actor, stayIds)).map((stay) => [stay.id, notificationStay(actor, stay)]));
  const pairs = items.flatMap(({ refs }) => pairOf(refs) ?? []);
  const [times, names] = await Promise.all([listAppointmentTimes(actor, ids), listPartnerNames(actor, pairs)]);
  const visits = new Map(times.map((visit) => [visit.id, notificationVisit(actor, visit)]));
  return {
    nextCursor,
    items: items.map(({ id, type, refs, readAt, createdAt }) => ({
      id,
      type,
      isRead: readAt !== null,
      createdAt: createdAt.toISOString(),
      visit: visits.get(idOf(refs) ?? "") ?? null,
      call: callOf(callIdOf(refs)),
      stay: stays.get(stayIdOf(refs) ?? "") ?? null,
      party: partyOf(actor, pairOf(refs), names),
      reading: /^(record-grant|record-link|emergency-access)\./.test(type) ? readingOf(actor, refs) : null,
    })),
  };
}

/** Who reads whose record, or a link to one, told to the doctor, to the patient's side or to an administrator. */
function readingOf(actor: Actor, refs: unknown): NotificationItem["reading"] {
  const about = z.object({ patientId: z.uuid(), doctorId: z.uuid().optional() }).safeParse(refs).data;
  if (!about) return null;
  const { patientId, doctorId } = about;
  if (doctorId !== undefined && doctorId === actor.doctorId) return { patientId, side: "doctor" };
  return { patientId, side: actor.isAdmin && !actor.readablePatientIds.includes(patientId) ? "admin" : "patient" };
}

const pair = z.object({ doctorId: z.uuid(), hospitalId: z.uuid() });
const pairOf = (refs: unknown) => pair.safeParse(refs).data;

/** The doctor sees the hospital's name, the hospital the doctor's. */
function partyOf(actor: Actor, both: z.infer<typeof pair> | undefined, names: Map<string, string>): string | null {
  if (!both) return null;
  return names.get(both.doctorId === actor.doctorId ? both.hospitalId : both.doctorId) ?? null;
}

function notificationVisit(
  actor: Actor,
  visit: Awaited<ReturnType<typeof listAppointmentTimes>>[number],
): NonNullable<NotificationItem["visit"]> {
  const isPatient = visiblePatientIds(actor).includes(visit.patientId);
  const side = isPatient ? "patient" : actor.doctorId === visit.doctorId ? "doctor" : "hospital";
  return {
    id: visit.id,
    side,
    withName: isPatient ? visit.doctor.name : visit.patient.name,
    start: visit.startsAt.toISOString(),
    timeZone: visit.schedule?.timeZone ?? visit.hospital?.timeZone ?? visit.doctor.timeZone,
    mode: visit.mode,
  };
}

function notificationStay(
  actor: Actor,
  stay: Awaited<ReturnType<typeof listStayNames>>[number],
): NonNullable<NotificationItem["stay"]> {
  const isPatient = actor.patientIds.includes(stay.patientId);
  return {
    id: stay.id,
    side: isPatient ? "patient" : "hospital",
    withName: isPatient ? stay.hospital.name : stay.patient.name,
    start: stay.startsAt.toISOString(),
    timeZone: stay.hospital.timeZone,
  };
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

/** Unsafe: of any session. Returns when it expires, for closing its sockets; the past for a missing one. */
export async function unsafeGetSessionEnd(sessionId: string): Promise<Date> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { expiresAt: true } });
  return session?.expiresAt ?? new Date(0);
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
