import { v7 as uuidv7 } from "uuid";
import { capacityOf } from "@/lib/domain/history/rules";
import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { type AuditDraft, type EventDraft, recordChange } from "@/lib/actor/record";
import { isMailSent } from "@/lib/platform/mail/send-mail";
import { toCallEvent, type News, type NewsDraft } from "./events";
import { replaceCalls, waysToReach } from "./statements";
import { effectOf, isReached, reachOf, type Reach } from "./rules";
import type { Notified, NotifiedCount } from "./schema";

/**
 * Records changes that concern patients, like `recordChange`: determines how each can be reached, puts those who can't
 * be notified on the To call list in the same transaction, and removes entries that a later change replaces. People are
 * not notified of what they did themselves. The audit stores in which capacity it was done. Returns the reach of
 * everyone who had to be notified.
 */
export async function recordNews(
  tx: Sql,
  actor: Actor,
  done: AuditDraft | null,
  drafts: (EventDraft | NewsDraft)[],
): Promise<Reach[]> {
  const audit = done && { ...done, details: { as: capacityOf(actor, done), ...done.details } };
  const effective = drafts.filter(isNews).filter(({ type }) => effectOf(type) !== "none");
  const told = effective.filter(({ type, news }) => effectOf(type) === "notify" && !isOwnDoing(actor, news));
  const events = drafts.map(({ news: _, ...event }): EventDraft => event);
  if (effective.length === 0) {
    await recordChange(tx, actor, audit, events);
    return [];
  }
  const { reaches, hasOpen } = told.length > 0 ? await readReaches(tx, told) : { reaches: [], hasOpen: false };
  const toCall = told.filter((_, index) => !isReached(reaches[index]!));
  const isQuiet = effective.length === told.length && toCall.length === 0 && !hasOpen;
  const moved = isQuiet ? [] : await writeCalls(tx, effective, toCall);
  await recordChange(tx, actor, audit, [...events, ...moved]);
  return reaches;
}

/** How each person would be told of these now, in the order of the drafts; changes nothing. */
export async function previewReaches(tx: Sql, drafts: NewsDraft[]): Promise<Reach[]> {
  return drafts.length > 0 ? (await readReaches(tx, drafts)).reaches : [];
}

/** Returns the result of a change that concerns one person. */
export function notifiedOf([reach]: Reach[]): Notified {
  return reach ?? null;
}

/** Returns the result of a change that concerns several. */
export function countNotified(reaches: Reach[]): NotifiedCount {
  const told = reaches.filter(isReached).length;
  return { told, toCall: reaches.length - told };
}

function isNews(draft: EventDraft | NewsDraft): draft is NewsDraft {
  return draft.news !== undefined;
}

function isOwnDoing(actor: Actor, { patientId, userId, isOwn = false }: News): boolean {
  return (
    isOwn || (patientId !== null && actor.patientIds.includes(patientId)) || (userId != null && actor.userId === userId)
  );
}

/**
 * In the order of the drafts, by current accounts and numbers; and whether a To call entry about any of them is open.
 */
async function readReaches(tx: Sql, drafts: NewsDraft[]): Promise<{ reaches: Reach[]; hasOpen: boolean }> {
  const wanted = drafts.map(({ news }, index) => ({
    index,
    about: news.id,
    patientId: news.patientId,
    userId: news.userId ?? null,
  }));
  const found = await waysToReach(tx, JSON.stringify(wanted));
  const byIndex = new Map(found.map((one) => [one.index, one]));
  const reaches = drafts.map(({ news }, index) => {
    const { hasAccount = false, phone = null } = byIndex.get(index) ?? {};
    return reachOf({ hasAccount, isMailSent: isMailSent(), phone: news.phone ?? phone });
  });
  return { reaches, hasOpen: found.some((one) => one.hasOpen) };
}

/** A later change replaces what was still to be said about the same thing; what is to be said now is listed once. */
async function writeCalls(tx: Sql, effective: NewsDraft[], toCall: NewsDraft[]): Promise<EventDraft[]> {
  const rows = toCall
    .filter(({ news }) => news.hospitalId !== null || news.doctorId !== null)
    .map(({ type, news: { about, id, patientId, hospitalId, doctorId } }) => ({
      id: uuidv7(),
      reason: type,
      patientId,
      hospitalId,
      doctorId,
      appointmentId: about === "appointment" ? id : null,
      bedBookingId: about === "bed-booking" ? id : null,
      ambulanceBookingId: about === "ambulance-booking" ? id : null,
    }));
  const standing = rows.map((row) => ({
    about: row.appointmentId ?? row.bedBookingId ?? row.ambulanceBookingId,
    reason: row.reason,
  }));
  const about = effective.map(({ news }) => news.id);
  const moved = await replaceCalls(tx, { about, standing: JSON.stringify(standing), rows: JSON.stringify(rows) });
  return moved.map(({ kind, ...call }) => toCallEvent(`to-call.${kind}`, call));
}
