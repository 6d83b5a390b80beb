import type { Actor } from "@/lib/platform/auth/actor";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { recordChange } from "@/lib/platform/events/record";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { bedTaken, claimBed, requireNotAdmitted } from "./claim-bed";
import { statusEvent } from "./events";
import { requirePatientOf } from "./find-patient";
import { lockBeds } from "./lock-beds";
import { openStay } from "./open-stay";
import { canRunBeds } from "./policy";
import { bedBookingSelect, type BedBookingRow } from "./queries";
import { readEnd } from "./read-period";
import type { AdmitPatientInput } from "./schema";

/**
 * Somebody has come without a reservation: booked and admitted in one transaction, by the hospital's staff. Throws
 * `not-found`, `bed-taken` with the free beds of its kind, `patient-admitted`, `invalid-transition` (the bed is not
 * ready), `invalid`.
 */
export function admitPatient(actor: Actor, input: AdmitPatientInput): Promise<BedBookingRow> {
  return inTransaction(actor, async (tx) => {
    const { hospitalId, bedId } = input;
    if (!canRunBeds(actor, hospitalId)) throw notFound();
    const { timeZone } = await tx.hospital.findUniqueOrThrow({ where: { id: hospitalId }, select: { timeZone: true } });
    const patientId = await requirePatientOf(tx, actor, input);
    const now = await lockBeds(tx, { bedIds: [bedId], patientId });
    await requireNotAdmitted(tx, patientId);
    const endsAt = readEnd(input.to, now, timeZone, now);
    const bed = await claimBed(tx, { hospitalId, bedId, bookingId: null, startsAt: now, endsAt, isAdmission: true }, now);
    const row = await insertAdmission(tx, {
      hospitalId,
      patientId,
      bedId,
      wardKind: bed.kind,
      status: "ADMITTED" as const,
      startsAt: now,
      endsAt,
      admittedAt: now,
      reason: input.reason ?? null,
      requestedByUserId: actor.userId,
    });
    await openStay(tx, row, bed, now);
    const audit = { action: "bed-booking.admit", subject: "bed-booking", subjectId: row.id, patientId, hospitalId };
    await recordChange(tx, actor, audit, [statusEvent("ADMITTED", row), ...bed.events, capacityChanged(hospitalId)]);
    return row;
  });
}

type Admission = Prisma.BedBookingCreateManyInput;

/** The constraints have the last word; no row = somebody was in the bed first. */
async function insertAdmission(tx: Tx, data: Admission): Promise<BedBookingRow> {
  const [row] = await tx.bedBooking.createManyAndReturn({ data: [data], skipDuplicates: true, select: bedBookingSelect });
  if (row) return row;
  throw await bedTaken(tx, { hospitalId: data.hospitalId, kind: data.wardKind, bedId: data.bedId ?? "" });
}
