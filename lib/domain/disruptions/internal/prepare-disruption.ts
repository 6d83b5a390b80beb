import type { Actor } from "@/lib/actor/actor";
import { recordChange, type EventDraft } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { previewReaches } from "@/lib/domain/contacts/record-news";
import { listOpenHours, type OpenHours } from "@/lib/domain/schedules/close-dates";
import type { ComingVisit } from "@/lib/domain/schedules/queries";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { addJob } from "@/lib/platform/jobs/add-job";
import { disruptionEvent } from "../events";
import type { AffectedVisit } from "../output";
import { canAnnounce } from "../policy";
import { UNDO_SECONDS } from "../status";
import { tellJob } from "./tell-job";

/** The doctor, and the hospital; null: wherever they work. */
type Wanted = { doctorId: string; hospitalId?: string | null | undefined };

/** Of a hospital that is closed, wholly or in part, no doctor in particular. */
type Concerned = { doctorId: string | null; hospitalId?: string | null | undefined };

/** What is about to be announced: the hours and visits it affects, and the columns of its row. */
export type Prepared = {
  hours: OpenHours[];
  visits: ComingVisit[];
  columns: Omit<Prisma.DisruptionUncheckedCreateInput, "doctorId" | "hospitalId" | "tellAt">;
};

/** Runs it under the doctor's lock, so that no one books meanwhile. Throws `not-found` for those who may not announce it. */
export async function underLock<T>(actor: Actor, wanted: Wanted, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { doctorId, hospitalId = null } = wanted;
  if (!canAnnounce(actor, { doctorId, hospitalId })) throw notFound();
  return inTransaction(actor, work, { locks: [`doctor:${doctorId}`] });
}

/** Returns the open hours that it concerns. Throws `not-found`, `invalid`. */
export async function requireHours(tx: Tx, { doctorId, hospitalId = null }: Wanted): Promise<OpenHours[]> {
  const hours = await listOpenHours(tx, doctorId, hospitalId);
  // A doctor without hours at the hospital is no concern of its desk.
  if (hours.length === 0 && hospitalId) throw notFound();
  if (hours.length === 0) throw invalid("doctorId", "There are no open hours here.");
  return hours;
}

/** Stores it with the patients to tell and the time to tell them; returns its ID. */
export async function prepare(
  tx: Tx,
  actor: Actor,
  { doctorId, hospitalId = null }: Concerned,
  { hours, visits, columns }: Prepared,
  now: Date,
  events: EventDraft[],
): Promise<string> {
  const tellAt = new Date(now.getTime() + UNDO_SECONDS * 1_000);
  const hospitalIds = [...new Set([hospitalId, ...hours.map((one) => one.hospitalId)])].filter((one) => one !== null);
  const row = await tx.disruption.create({
    data: { ...columns, doctorId, hospitalId, hospitalIds, tellAt, createdByUserId: actor.userId },
    select: { id: true, kind: true, doctorId: true, hospitalId: true, hospitalIds: true },
  });
  await tx.disruptionVisit.createMany({
    data: visits.map((visit) => ({
      disruptionId: row.id,
      appointmentId: visit.id,
      doctorId: visit.doctorId,
      startsAt: visit.startsAt,
    })),
  });
  await addJob(tx, ...tellJob(row.id, tellAt));
  const details = { kind: row.kind, places: hours.length, patients: visits.length };
  const subject = { subject: "disruption", subjectId: row.id };
  const audit = { action: "disruption.prepare", ...subject, doctorId, hospitalId, details };
  await recordChange(tx, actor, audit, [...events, disruptionEvent("disruption.prepared", row)]);
  return row.id;
}

/** Returns how each patient would be told. */
export async function previewVisits(
  tx: Tx,
  visits: ComingVisit[],
  toNews: (visit: ComingVisit) => NewsDraft,
): Promise<AffectedVisit[]> {
  const reaches = await previewReaches(tx, visits.map(toNews));
  return visits.map((visit, index) => ({ visit, reach: reaches[index] ?? { by: "NONE", phone: null } }));
}

/** The error for one field of the input. */
export function invalid(path: string, message: string): AppError {
  return new AppError("invalid", message, { fields: [{ path, message }] });
}
