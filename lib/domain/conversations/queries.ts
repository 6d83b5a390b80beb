import type { Owner } from "@/lib/actor/owner";
import { z } from "zod";
import { visiblePatientIds, type Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { db, type Prisma } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { uuid } from "@/lib/platform/input/text";
import { instantText } from "@/lib/platform/time/iso-text";
import { notFound } from "@/lib/platform/errors/app-error";
import { findPracticeHours } from "./internal/hours";
import { messageSelect, readMessages } from "./internal/messages";
import { leaveTrace, requireVisit } from "./internal/visit";
import { canUseTemplates, canWrite } from "./policy";
import { openUntil } from "./rules";
import type { ConversationItem, ConversationOutput, Template } from "./schema";
import { marksAmong, patientReachable, patientsInbox, practiceInbox, readMarks } from "./statements";
import { MOST_TEMPLATES, type Inbox, type Side } from "./status";

/**
 * Returns the messages about a visit, a page of them, the latest first, and what concerns all of them. Every look is logged.
 * Throws `not-found`.
 */
export function getConversation(actor: Actor, appointmentId: string, query: PageQuery): Promise<ConversationOutput> {
  const { after, take, pageBy } = startPage(query, z.strictObject({ n: z.int().min(1) }));
  const now = new Date();
  return inTransaction(actor, async (tx) => {
    const { visit, side } = await requireVisit(tx, actor, appointmentId);
    const rows = await tx.communication.findMany({
      where: { appointmentId, ...(after ? { number: { lt: after.n } } : {}) },
      orderBy: { number: "desc" },
      take,
      select: messageSelect,
    });
    const { items, nextCursor } = pageBy(rows, ({ number }) => ({ n: number }));
    const state = await tx.conversation.findUnique({ where: { appointmentId }, select: { latest: true } });
    const reads = await readMarks(tx, appointmentId);
    const [reach] = await patientReachable(tx, visit.patientId);
    const until = openUntil(visit, now);
    await leaveTrace(tx, actor, visit, "conversation.read");
    return {
      appointmentId,
      side,
      latest: state?.latest ?? 0,
      mayWrite: until !== null && canWrite(actor, visit),
      openUntil: until && instantText(until),
      isReachable: reach?.isReachable ?? false,
      hours: await findPracticeHours(tx, visit, now),
      reads: reads.map((mark) => ({ side: mark.side as Side, upTo: mark.upTo, readAt: instantText(mark.readAt) })),
      items: await readMessages(tx, items, { userId: actor.userId, side }),
      nextCursor,
    };
  });
}

const position = z.strictObject({ u: z.boolean(), c: z.iso.datetime(), i: uuid });

/**
 * Returns a page of the visits with messages: of one's own patients, the latest first; as the doctor or at the desk, unread ones
 * first. Says nothing of what was written.
 */
export async function listConversations(actor: Actor, inbox: Inbox, query: PageQuery): Promise<Page<ConversationItem>> {
  const { after, take, pageBy } = startPage(query, position);
  const from = after && { isUnread: after.u, lastAt: new Date(after.c), id: after.i };
  const rows = await inboxRows(actor, inbox, from, take);
  const { items, nextCursor } = pageBy(rows, ({ isUnread, lastAt, id }) => ({
    u: isUnread,
    c: lastAt.toISOString(),
    i: id,
  }));
  const visits = await listVisits(items.map(({ id }) => id));
  return {
    nextCursor,
    items: items.flatMap(({ id, messages, isUnread, lastAt }) => {
      const visit = visits.get(id);
      return visit ? { appointmentId: id, ...visit, messages, isUnread, lastAt: instantText(lastAt) } : [];
    }),
  };
}

type From = { isUnread: boolean; lastAt: Date; id: string } | undefined;

async function inboxRows(actor: Actor, inbox: Inbox, from: From, take: number) {
  const { doctorId, hospitalId, staffRole } = actor;
  if (inbox === "patient") return patientsInbox(sql, visiblePatientIds(actor), actor.userId, from, take);
  if (inbox === "doctor") return doctorId ? practiceInbox(sql, { doctorId, hospitalId: null }, from, take) : [];
  return hospitalId && staffRole ? practiceInbox(sql, { doctorId: null, hospitalId }, from, take) : [];
}

const named = { select: { id: true, name: true } } as const;
const placed = { select: { id: true, name: true, timeZone: true } } as const;
const visitSelect = {
  id: true,
  status: true,
  startsAt: true,
  patient: named,
  doctor: placed,
  hospital: placed,
  schedule: { select: { timeZone: true } },
} satisfies Prisma.AppointmentSelect;

async function listVisits(ids: string[]) {
  const rows = await db.appointment.findMany({ where: { id: { in: ids } }, select: visitSelect });
  const visits = rows.map(({ id, status, startsAt, patient, doctor, hospital, schedule }) => {
    const timeZone = schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone;
    const people = { patient, doctor: { id: doctor.id, name: doctor.name } };
    const place = hospital && { id: hospital.id, name: hospital.name };
    return [id, { status, start: instantText(startsAt), timeZone, ...people, hospital: place }] as const;
  });
  return new Map(visits);
}

/** How many messages there are about a visit, and whether the reader has read the latest of the other side. */
export type MessageMark = { messages: number; isUnread: boolean };

/** Returns the marks of these visits, as far as the actor reads their messages; nothing for one without messages. */
export async function listMarks(actor: Actor, appointmentIds: string[]): Promise<Map<string, MessageMark>> {
  if (appointmentIds.length === 0) return new Map();
  const { userId, doctorId, staffRole } = actor;
  const hospitalId = staffRole ? actor.hospitalId : null;
  const reader = { userId, patientIds: visiblePatientIds(actor), doctorId, hospitalId };
  const rows = await marksAmong(sql, appointmentIds, reader);
  return new Map(rows.map(({ id, messages, isUnread }) => [id, { messages, isUnread }]));
}

/** Returns those of these visits about which the actor has unread messages. */
export async function listUnreadVisits(actor: Actor, visits: readonly { id: string }[]): Promise<string[]> {
  const marks = await listMarks(
    actor,
    visits.map(({ id }) => id),
  );
  return [...marks].flatMap(([id, { isUnread }]) => (isUnread ? [id] : []));
}

const MOST_COUNTED = 100;

/** Counts the unread conversations of an inbox, up to 100. */
export async function countUnreadConversations(actor: Actor, inbox: Inbox): Promise<number> {
  // On every page of a practice's portal: its unread ones are counted alone, by their index.
  if (inbox !== "patient") return countForPractice(actor, inbox);
  const rows = await inboxRows(actor, inbox, undefined, MOST_COUNTED);
  return rows.filter(({ isUnread }) => isUnread).length;
}

async function countForPractice(actor: Actor, inbox: "doctor" | "hospital"): Promise<number> {
  const doctorId = inbox === "doctor" ? actor.doctorId : null;
  const hospitalId = inbox === "hospital" && actor.staffRole ? actor.hospitalId : null;
  if (doctorId === null && hospitalId === null) return 0;
  const where = doctorId !== null ? { doctorId, isUnreadByDoctor: true } : { hospitalId, isUnreadByDesk: true };
  return (await db.conversation.findMany({ where, select: { appointmentId: true }, take: MOST_COUNTED })).length;
}

/** Returns the templates of a doctor or a hospital, oldest first. Throws `not-found` for those who don't use them. */
export async function listTemplates(actor: Actor, owner: Owner): Promise<Template[]> {
  if (!canUseTemplates(actor, owner)) throw notFound();
  return db.communicationTemplate.findMany({
    where: owner,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST_TEMPLATES,
    select: { id: true, text: true },
  });
}
