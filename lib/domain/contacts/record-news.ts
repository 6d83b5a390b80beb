import { v7 as uuidv7 } from "uuid";
import { capacityOf } from "@/lib/domain/history/rules";
import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { type AuditDraft, type EventDraft, recordChange } from "@/lib/actor/record";
import { isMailSent } from "@/lib/platform/mail/send-mail";
import { toCallEvent, type News, type NewsDraft } from "./events";
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

type Found = { index: number; hasAccount: boolean; phone: string | null; hasOpen: boolean };

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
  const found = await tx.$queryRaw<Found[]>`
    SELECT n."index", p."phone",
      EXISTS (SELECT 1 FROM "User" u WHERE u."status" = 'ACTIVE' AND (u."id" = n."userId" OR EXISTS (
        SELECT 1 FROM "PatientAccess" a WHERE a."userId" = u."id" AND a."patientId" = n."patientId"
          AND (a."expiresAt" IS NULL OR a."expiresAt" > now())))) AS "hasAccount",
      EXISTS (SELECT 1 FROM "ToCall" t WHERE t."doneAt" IS NULL AND t."withdrawnAt" IS NULL
        AND coalesce(t."appointmentId", t."bedBookingId", t."ambulanceBookingId") = n."about") AS "hasOpen"
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS n("index" int, "about" uuid, "patientId" uuid, "userId" uuid)
    LEFT JOIN "Patient" p ON p."id" = n."patientId"`;
  const byIndex = new Map(found.map((one) => [one.index, one]));
  const reaches = drafts.map(({ news }, index) => {
    const { hasAccount = false, phone = null } = byIndex.get(index) ?? {};
    return reachOf({ hasAccount, isMailSent: isMailSent(), phone: news.phone ?? phone });
  });
  return { reaches, hasOpen: found.some((one) => one.hasOpen) };
}

type Moved = { kind: "added" | "withdrawn"; id: string; hospitalId: string | null; doctorId: string | null };

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
  const moved = await tx.$queryRaw<Moved[]>`
    WITH "withdrawn" AS (
      UPDATE "ToCall" t SET "withdrawnAt" = now(), "version" = t."version" + 1
      WHERE t."doneAt" IS NULL AND t."withdrawnAt" IS NULL
        AND coalesce(t."appointmentId", t."bedBookingId", t."ambulanceBookingId") = ANY(${effective.map(({ news }) => news.id)}::uuid[])
        AND NOT EXISTS (
          SELECT 1 FROM jsonb_to_recordset(${JSON.stringify(standing)}::jsonb) AS s("about" uuid, "reason" text)
          WHERE s."about" = coalesce(t."appointmentId", t."bedBookingId", t."ambulanceBookingId") AND s."reason" = t."reason")
      RETURNING t."id", t."hospitalId", t."doctorId"
    ), "added" AS (
      INSERT INTO "ToCall" ("id", "reason", "patientId", "hospitalId", "doctorId", "appointmentId", "bedBookingId", "ambulanceBookingId")
      SELECT n.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("id" uuid, "reason" text, "patientId" uuid,
        "hospitalId" uuid, "doctorId" uuid, "appointmentId" uuid, "bedBookingId" uuid, "ambulanceBookingId" uuid)
      ON CONFLICT DO NOTHING RETURNING "id", "hospitalId", "doctorId"
    )
    SELECT 'withdrawn' AS "kind", * FROM "withdrawn" UNION ALL SELECT 'added', * FROM "added"`;
  return moved.map(({ kind, ...call }) => toCallEvent(`to-call.${kind}`, call));
}
