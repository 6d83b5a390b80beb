import { hospitalChanged } from "@/lib/domain/hospitals/events";
import { closeHours, countVisitsAt, openHours, rebookPlace, type Place } from "@/lib/domain/schedules/close-hours";
import { countRebooking } from "@/lib/domain/schedules/rebook-visits";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import type { Actor } from "@/lib/actor/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import type { EventDraft } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { countNotified, recordNews } from "@/lib/domain/contacts/record-news";
import type { NotifiedCount } from "@/lib/domain/contacts/schema";
import { affiliationEvent, type AffiliationEventType } from "./events";
import { sidesOf } from "./policy";
import { getAffiliation, getAffiliationIn, listManagers, type AffiliationRow } from "./queries";
import type { AffiliationPreview, AffiliationStatusInput } from "./schema";
import { AFFILIATION_STEPS, type AffiliationStatus } from "./status";

const TYPES: Record<AffiliationStatus, AffiliationEventType> = {
  ACTIVE: "affiliation.reinstated",
  SUSPENDED: "affiliation.suspended",
  ENDED: "affiliation.ended",
};

/** A changed affiliation, and how many patients are notified that their appointment needs another time. */
export type ChangedAffiliation = AffiliationRow & { notified: NotifiedCount };

/**
 * Suspends, reinstates or ends an affiliation. Suspending closes the hours at the place and keeps its visits; ending
 * asks the patients with upcoming visits there to choose another time. Throws `not-found`, `forbidden`,
 * `invalid-transition`, `invalid` (a reason is missing), `version-mismatch`.
 */
export async function changeAffiliation(
  actor: Actor,
  id: string,
  input: AffiliationStatusInput,
  expectedVersion?: ExpectedVersion,
): Promise<ChangedAffiliation> {
  const { doctorId } = await getAffiliation(actor, id);
  // Under the doctor's lock: a booking comes before, or finds the hours closed.
  return inTransaction(actor, (tx) => change(tx, actor, id, input, expectedVersion), { locks: [`doctor:${doctorId}`] });
}

/** Returns how many visits a change would affect. For those who may make it; throws `not-found`, `forbidden`. */
export async function previewAffiliation(actor: Actor, id: string): Promise<AffiliationPreview> {
  const row = await getAffiliation(actor, id);
  if (sidesOf(actor, row).length === 0)
    throw new AppError("forbidden", "Only the doctor and the hospital's managers can change this.");
  return { comingVisits: await countVisitsAt(db, placeOf(row), new Date()) };
}

const placeOf = ({ doctorId, hospitalId }: AffiliationRow): Place => ({ doctorId, hospitalId });

async function change(
  tx: Tx,
  actor: Actor,
  id: string,
  input: AffiliationStatusInput,
  expectedVersion: ExpectedVersion,
): Promise<ChangedAffiliation> {
  const now = new Date();
  const before = await getAffiliationIn(tx, actor, id);
  requireVersion(before, expectedVersion);
  const isNew = input.status !== before.status || (input.reason !== undefined && input.reason !== before.statusReason);
  if (!isNew && sidesOf(actor, before).length > 0) return { ...before, notified: { told: 0, toCall: 0 } };
  requireStep(actor, before, input);
  const { status } = input;
  const { count } = await tx.affiliation.updateMany({
    where: { id, version: before.version, status: before.status },
    data: {
      status,
      statusReason: status === "ACTIVE" ? null : (input.reason ?? null),
      endedAt: status === "ENDED" ? now : null,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw versionMismatch();
  const { doctorId, hospitalId } = before;
  const touched = await touchPlace(tx, placeOf(before), status, now);
  const details = { from: before.status, needRebooking: countRebooking(touched) };
  const audit = { action: TYPES[status], subject: "affiliation", subjectId: id, doctorId, hospitalId, details };
  const managers = status === "ENDED" ? await listManagers(tx, hospitalId) : [];
  const told = affiliationEvent(TYPES[status], before, managers);
  const reaches = await recordNews(tx, actor, audit, [
    told,
    hospitalChanged(hospitalId),
    availabilityChanged(doctorId),
    ...touched,
  ]);
  return { ...(await getAffiliationIn(tx, actor, id)), notified: countNotified(reaches) };
}

async function touchPlace(
  tx: Tx,
  place: Place,
  status: AffiliationStatus,
  now: Date,
): Promise<(EventDraft | NewsDraft)[]> {
  if (status === "ACTIVE") return openHours(tx, place, now);
  const closed = await closeHours(tx, place, now);
  return status === "ENDED" ? [...closed, ...(await rebookPlace(tx, place, now))] : closed;
}

function requireStep(actor: Actor, before: AffiliationRow, { status, reason }: AffiliationStatusInput): void {
  const sides = sidesOf(actor, before);
  if (sides.length === 0)
    throw new AppError("forbidden", "Only the doctor and the hospital's managers can change this.");
  const step = AFFILIATION_STEPS[before.status][status];
  if (!step) throw new AppError("invalid-transition", undefined, { extra: { from: before.status, to: status } });
  if (!sides.some((side) => step.by.includes(side)))
    throw new AppError("forbidden", "Only a manager of the hospital can do this.");
  if (!step.needsReason || reason !== undefined) return;
  throw new AppError("invalid", "Enter a reason. The other side will see it.", {
    fields: [{ path: "reason", message: "Enter a reason" }],
  });
}
