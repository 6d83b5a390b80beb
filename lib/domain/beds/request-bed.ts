import { recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { publiclyListed } from "@/lib/domain/hospitals/policy";
import { statusEvent } from "./events";
import { getRecipient, patientOf } from "./internal/get-recipient";
import { readPeriod } from "./internal/read-period";
import { withReason } from "./internal/store-reason";
import { canRunBeds } from "./policy";
import { bedBookingSelect, type BedBookingRow } from "./queries";
import type { RequestBedInput } from "./schema";
import type { WardKind } from "./status";

/**
 * Requests a bed of a kind at a listed hospital: for an own patient, or by the hospital's staff for a known or new one.
 * Throws `not-found`, `forbidden`, `invalid` (no such kind there, impossible days).
 */
export async function requestBed(actor: Actor, input: RequestBedInput): Promise<BedBookingRow> {
  const recipient = await getRecipient(actor, input);
  return inTransaction(actor, async (tx) => {
    const { hospitalId, wardKind } = input;
    const hospital = await tx.hospital.findFirst({
      where: { id: hospitalId },
      select: { timeZone: true, verification: true },
    });
    if (!hospital) throw notFound();
    if (hospital.verification !== publiclyListed.verification) throw notRequestable(actor, hospitalId);
    const period = readPeriod(input, hospital.timeZone, new Date());
    if ((await tx.ward.count({ where: { hospitalId, kind: wardKind, removedAt: null } })) === 0) throw noSuchWard();
    const patientId = await patientOf(tx, actor, recipient);
    return insertRequestIn(tx, actor, { hospitalId, patientId, wardKind, ...period, reason: input.reason ?? null });
  });
}

export type NewRequest = {
  hospitalId: string;
  patientId: string;
  wardKind: WardKind;
  startsAt: Date;
  endsAt: Date | null;
  reason: string | null;
};

/** Stores a request in a transaction that has checked who asks, for which patient, and where. */
export async function insertRequestIn(
  tx: Tx,
  actor: Actor,
  { reason, ...request }: NewRequest,
): Promise<BedBookingRow> {
  const data = { ...request, requestedByUserId: actor.userId };
  const row = await withReason(tx, await tx.bedBooking.create({ data, select: bedBookingSelect }), reason);
  const { id, patientId, hospitalId } = row;
  const audit = { action: "bed-booking.request", subject: "bed-booking", subjectId: id, patientId, hospitalId };
  await recordNews(tx, actor, audit, [statusEvent("REQUESTED", row), capacityChanged(hospitalId)]);
  return row;
}

/** An unverified hospital exists for its own staff, but accepts no requests yet; for all others it is 404. */
function notRequestable(actor: Actor, hospitalId: string): AppError {
  if (!canRunBeds(actor, hospitalId)) return notFound();
  return new AppError("forbidden", "The hospital isn't verified, so you can't request beds yet.");
}

function noSuchWard(): AppError {
  const message = "The hospital has no ward of this kind";
  return new AppError("invalid", message, { fields: [{ path: "wardKind", message }] });
}
