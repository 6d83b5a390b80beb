import type { Actor } from "@/lib/actor/actor";
import { type Prisma } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import type { EventDraft } from "@/lib/actor/record";
import { versionMismatch } from "@/lib/platform/errors/expected-version";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { notifiedOf, recordNews } from "@/lib/domain/contacts/record-news";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { BED_BOOKING_COLUMNS, type BedBookingRow, type ChangedBedBooking } from "../queries";
import type { ChangeBedBookingInput } from "../schema";

/** One step of one booking, under the locks of its beds and its patient: what the files of the steps work with. */
export type Step = { tx: Sql; before: BedBookingRow; input: ChangeBedBookingInput; now: Date };

/** What a step came to: the new row, its name in the audit trail, and what has to be told. */
export type Taken = { row: BedBookingRow; action: string; events: (EventDraft | NewsDraft)[] };

/** Writes a step by compare-and-swap on the version and the state that were judged. Throws `version-mismatch`. */
export async function changeRow(
  { tx, before, now }: Pick<Step, "tx" | "before" | "now">,
  columns: Prisma.Sql,
): Promise<BedBookingRow> {
  const [row] = await tx.$queryRaw<BedBookingRow[]>`
    UPDATE "BedBooking" SET ${columns}, "version" = "version" + 1, "updatedAt" = ${now}
    WHERE "id" = ${before.id}::uuid AND "version" = ${before.version}::int AND "status" = ${before.status}::"BedBookingStatus"
    RETURNING ${BED_BOOKING_COLUMNS}`;
  if (!row) throw versionMismatch();
  return row;
}

/**
 * Records a step with what everyone else has to hear; the hospital's capacity is always among it. Returns the booking
 * with how its patient hears of it.
 */
export async function recordStep(
  tx: Sql,
  actor: Actor,
  before: BedBookingRow,
  { row, action, events }: Taken,
): Promise<ChangedBedBooking> {
  const { id, patientId, hospitalId } = before;
  const audit = {
    action: `bed-booking.${action}`,
    subject: "bed-booking",
    subjectId: id,
    patientId,
    hospitalId,
    details: { from: before.status },
  };
  const reaches = await recordNews(tx, actor, audit, [...events, capacityChanged(hospitalId)]);
  return { ...row, notified: notifiedOf(reaches) };
}
