import { recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { bedTaken, claimBed, requireNotAdmitted, type ClaimedBed } from "./internal/claim-bed";
import { statusEvent } from "./events";
import { getRecipient, patientOf } from "./internal/get-recipient";
import { lockBeds } from "./internal/lock-beds";
import { openStay } from "./internal/open-stay";
import { withReason } from "./internal/store-reason";
import { insertAdmission } from "./statements/bookings";
import { zoneOfHospital } from "./statements/wards";
import { canRunBeds } from "./policy";
import type { BedBookingRow } from "./queries";
import { readEnd } from "./internal/read-period";
import type { AdmitPatientInput } from "./schema";

/**
 * Books and admits a patient without a reservation in one transaction, by the hospital's staff. Throws `not-found`,
 * `bed-taken` or `bed-closed` with the free beds of its kind, `patient-admitted`, `invalid-transition` (the bed is not ready),
 * `invalid`.
 */
export async function admitPatient(actor: Actor, input: AdmitPatientInput): Promise<BedBookingRow> {
  const { hospitalId, bedId } = input;
  if (!canRunBeds(actor, hospitalId)) throw notFound();
  const recipient = await getRecipient(actor, input);
  const [hospital] = await zoneOfHospital(sql, hospitalId);
  if (!hospital) throw notFound();
  return inSqlTransaction(actor, async (tx) => {
    const now = await lockBeds(tx, {
      bedIds: [bedId],
      ...(recipient.patientId ? { patientId: recipient.patientId } : {}),
    });
    if (recipient.patientId) await requireNotAdmitted(tx, recipient.patientId);
    const endsAt = readEnd(input.to, now, hospital.timeZone, now);
    const bed = await claimBed(
      tx,
      { hospitalId, bedId, bookingId: null, startsAt: now, endsAt, isAdmission: true },
      now,
    );
    const patientId = await patientOf(tx, actor, recipient);
    const row = await admit(tx, actor, { hospitalId, patientId, bed, endsAt, reason: input.reason ?? null }, now);
    await openStay(tx, row, bed, now);
    const audit = { action: "bed-booking.admit", subject: "bed-booking", subjectId: row.id, patientId, hospitalId };
    await recordNews(tx, actor, audit, [statusEvent("ADMITTED", row), ...bed.events, capacityChanged(hospitalId)]);
    return row;
  });
}

type Admission = { hospitalId: string; patientId: string; bed: ClaimedBed; endsAt: Date | null; reason: string | null };

/** Throws `bed-taken` when someone was in the bed first. */
async function admit(tx: Sql, actor: Actor, admission: Admission, now: Date): Promise<BedBookingRow> {
  const [row] = await insertAdmission(tx, { ...admission, requestedByUserId: actor.userId, now });
  if (row) return withReason(tx, row, admission.reason);
  const { hospitalId, bed } = admission;
  throw await bedTaken(tx, { hospitalId, kind: bed.kind, bedId: bed.id });
}
