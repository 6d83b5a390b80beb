import { v7 as uuidv7 } from "uuid";
import { recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { bedTaken, claimBed, requireNotAdmitted, type ClaimedBed } from "./internal/claim-bed";
import { statusEvent } from "./events";
import { findRecipient, patientOf } from "./internal/find-patient";
import { lockBeds } from "./internal/lock-beds";
import { openStay } from "./internal/open-stay";
import { canRunBeds } from "./policy";
import { BED_BOOKING_COLUMNS, type BedBookingRow } from "./queries";
import { readEnd } from "./internal/read-period";
import type { AdmitPatientInput } from "./schema";

/**
 * Books and admits a patient without a reservation in one transaction, by the hospital's staff. Throws `not-found`,
 * `bed-taken` with the free beds of its kind, `patient-admitted`, `invalid-transition` (the bed is not ready),
 * `invalid`.
 */
export async function admitPatient(actor: Actor, input: AdmitPatientInput): Promise<BedBookingRow> {
  const { hospitalId, bedId } = input;
  if (!canRunBeds(actor, hospitalId)) throw notFound();
  const recipient = await findRecipient(actor, input);
  const [hospital] = await sql.$queryRaw<
    { timeZone: string }[]
  >`SELECT "timeZone" FROM "Hospital" WHERE "id" = ${hospitalId}::uuid`;
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
    const row = await insertAdmission(
      tx,
      actor,
      { hospitalId, patientId, bed, endsAt, reason: input.reason ?? null },
      now,
    );
    await openStay(tx, row, bed, now);
    const audit = { action: "bed-booking.admit", subject: "bed-booking", subjectId: row.id, patientId, hospitalId };
    await recordNews(tx, actor, audit, [statusEvent("ADMITTED", row), ...bed.events, capacityChanged(hospitalId)]);
    return row;
  });
}

type Admission = { hospitalId: string; patientId: string; bed: ClaimedBed; endsAt: Date | null; reason: string | null };

/** The constraints have the last word; no row means someone was in the bed first. */
async function insertAdmission(
  tx: Sql,
  actor: Actor,
  { hospitalId, patientId, bed, endsAt, reason }: Admission,
  now: Date,
): Promise<BedBookingRow> {
  const [row] = await tx.$queryRaw<BedBookingRow[]>`
    INSERT INTO "BedBooking" ("id", "hospitalId", "patientId", "wardKind", "bedId", "status", "startsAt", "endsAt", "admittedAt", "reason",
      "requestedByUserId", "createdAt", "updatedAt")
    VALUES (${uuidv7()}::uuid, ${hospitalId}::uuid, ${patientId}::uuid, ${bed.kind}::"WardKind", ${bed.id}::uuid, 'ADMITTED', ${now},
      ${endsAt}::timestamptz, ${now}, ${reason}, ${actor.userId}::uuid, ${now}, ${now})
    ON CONFLICT DO NOTHING RETURNING ${BED_BOOKING_COLUMNS}`;
  if (row) return row;
  throw await bedTaken(tx, { hospitalId, kind: bed.kind, bedId: bed.id });
}
