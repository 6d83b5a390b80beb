import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { archivedUntil } from "@/lib/platform/months/statements";
import { instantText } from "@/lib/platform/time/iso-text";
import { operationText } from "./format";
import { listUserNames, findNoteId, toAccesses } from "./internal/to-accesses";
import { canReadOperations, mayRead } from "./policy";
import { readVerification, type Access, type Operation, type Verification } from "./schema";
import { foldedLooks, foldedOperations, sealState, type Looked } from "./statements";
import { OPERATIONS, VERIFICATION, type OperationKind } from "./status";

const position = z.strictObject({ p: z.string().regex(/^\d{1,18}$/) });
const positionOf = ({ last }: { last: string }) => ({ p: last });

/**
 * Returns who opened or changed the records of these patients, newest first: one line for the same person, action, object
 * and hour, and a line a day for what the reader did. Patients the actor doesn't act for are left out.
 */
export function listAccesses(actor: Actor, wanted: { patientIds: string[] }, page: PageQuery): Promise<Page<Access>> {
  return looksAt(actor, { patientIds: mayRead(actor, wanted.patientIds) }, page);
}

/** The same for one patient. Throws `not-found` unless the actor acts for them. */
export async function listAccessesTo(actor: Actor, patientId: string, page: PageQuery): Promise<Page<Access>> {
  if (mayRead(actor, [patientId]).length === 0) throw notFound();
  return listAccesses(actor, { patientIds: [patientId] }, page);
}

/** Returns who else opened or changed what the doctor wrote, in all notes or in that of one visit. For doctors. */
export async function listAccessesToNotes(
  actor: Actor,
  wanted: { appointmentId?: string | undefined },
  page: PageQuery,
): Promise<Page<Access>> {
  const { doctorId, userId } = actor;
  if (!doctorId || !userId) throw notFound();
  if (!wanted.appointmentId) return looksAt(actor, { doctorId, userId }, page);
  const encounterId = await findNoteId(actor, wanted.appointmentId);
  return encounterId ? looksAt(actor, { doctorId, userId, encounterId }, page) : { items: [], nextCursor: null };
}

async function looksAt(actor: Actor, looked: Looked, query: PageQuery): Promise<Page<Access>> {
  const { after, take, pageBy } = startPage(query, position);
  const rows = await foldedLooks(sql, looked, actor, { before: after?.p ?? null, take });
  const page = pageBy(rows, positionOf);
  return { ...page, items: await toAccesses(actor, page.items, "doctorId" in looked) };
}

/** Returns what was done at the actor's hospital, newest first, folded in the same way. Throws `not-found` unless they manage it. */
export async function listOperations(
  actor: Actor,
  hospitalId: string,
  wanted: { kind?: OperationKind | undefined },
  query: PageQuery,
): Promise<Page<Operation>> {
  if (!canReadOperations(actor, hospitalId)) throw notFound();
  const subjects = wanted.kind ? OPERATIONS[wanted.kind] : Object.values(OPERATIONS).flat();
  const { after, take, pageBy } = startPage(query, position);
  const page = pageBy(
    await foldedOperations(sql, hospitalId, subjects, { before: after?.p ?? null, take }),
    positionOf,
  );
  const names = await listUserNames(page.items.map(({ actorUserId }) => actorUserId));
  const times = await timesOf(page.items.flatMap((row) => row.positions));
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.last,
      firstAt: row.firstAt.toISOString(),
      lastAt: row.lastAt.toISOString(),
      count: row.count,
      who: whoDid(row, names),
      what: operationText(row.action),
      subject: row.subject,
      subjectId: row.subjectId,
      times: row.positions.flatMap((one) => times.get(one) ?? []),
    })),
  };
}

type Did = { as: string | null; via: string; subject: string; actorUserId: string | null };

/** Patients and callers stay unnamed: the list is about the hospital's own work. */
function whoDid({ as, via, subject, actorUserId }: Did, names: Map<string, string>): string {
  if (as === "caller") return "A caller";
  if (actorUserId === null) return "CareSync";
  // Holding a time is recorded without a capacity, and only patients do it.
  const isPatient = as === "patient" || (as === null && subject === "appointment");
  const who = isPatient ? "A patient" : (names.get(actorUserId) ?? "A removed account");
  return via === "token" ? `${who}, through the API` : who;
}

async function timesOf(positions: string[]): Promise<Map<string, string>> {
  const rows = await db.auditEntry.findMany({
    where: { position: { in: positions.map(BigInt) } },
    select: { position: true, occurredAt: true },
  });
  return new Map(rows.map((row) => [row.position.toString(), row.occurredAt.toISOString()]));
}

/** How far the audit trail is sealed. */
export type SealState = {
  seal: { number: string; hash: string; sealedAt: string } | null;
  waiting: number;
  oldestSeconds: number;
};

/** Returns how far the audit trail is sealed, and what waits for a seal. Throws `not-found` for everyone but administrators. */
export async function getSealState(actor: Actor): Promise<SealState> {
  if (!actor.isAdmin) throw notFound();
  const [row] = await sealState(sql);
  const { number, hash, sealedAt } = row ?? {};
  return {
    seal: number && hash && sealedAt ? { number: number.toString(), hash, sealedAt: sealedAt.toISOString() } : null,
    waiting: row?.waiting ?? 0,
    oldestSeconds: Math.round(row?.oldestSeconds ?? 0),
  };
}

/** Returns when the latest month of the audit trail that is in the archive ended: lists lack what is older. Null without any. */
export async function findArchiveEnd(): Promise<string | null> {
  const [row] = await archivedUntil(sql, "AuditEntry");
  return row?.until ? instantText(row.until) : null;
}

/** Returns the last check of the trail from a page or by a program; null without any. Throws `not-found` for everyone but administrators. */
export async function findLastVerification(actor: Actor): Promise<Verification | null> {
  if (!actor.isAdmin) throw notFound();
  const { action, subject } = VERIFICATION;
  const row = await db.auditEntry.findFirst({
    where: { subject, subjectId: null, action },
    orderBy: { position: "desc" },
    select: { actorUserId: true, occurredAt: true, details: true },
  });
  if (!row) return null;
  const { actorUserId: id, occurredAt, details } = row;
  const name = (await listUserNames([id])).get(id ?? "") ?? "A removed account";
  return { ...readVerification(details), at: instantText(occurredAt), by: id ? { id, name } : null };
}
