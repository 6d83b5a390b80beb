import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { versionMismatch } from "@/lib/platform/errors/expected-version";
import type { EventDraft } from "@/lib/actor/record";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import { notifiedOf, recordNews } from "@/lib/domain/contacts/record-news";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import type { BedBookingRow, ChangedBedBooking } from "../queries";
import type { ChangeBedBookingInput } from "../schema";
import { BED_BOOKING_LIFE_CYCLE, type BedBookingStatus } from "../status";
import { updateBooking, type BookingChange } from "../statements/bookings";

/** A booking about to change, under the locks of its beds and its patient, and the database's time. */
export type Change = { tx: Sql; before: BedBookingRow; now: Date };

/** The same with what was asked for. */
export type Step = Change & { input: ChangeBedBookingInput };

/** What a change came to: the new row, its name in the audit trail, and the events that tell of it. */
export type Taken = { row: BedBookingRow; action: string; events: (EventDraft | NewsDraft)[] };

/** Writes a change by compare-and-swap on the version and the state that were checked. Throws `version-mismatch`. */
export async function changeRow({ tx, before, now }: Change, columns: BookingChange): Promise<BedBookingRow> {
  const [row] = await updateBooking(tx, before, columns, now);
  if (!row) throw versionMismatch();
  return { ...row, reason: before.reason, statusReason: before.statusReason };
}

/** Writes a step to another state with its time, in the same way. */
export function writeStep(change: Change, to: BedBookingStatus, columns: BookingChange): Promise<BedBookingRow> {
  const stamp = BED_BOOKING_LIFE_CYCLE.stamps[to];
  const stamped: BookingChange = stamp ? { [stamp]: change.now } : {};
  return changeRow(change, { status: to, ...stamped, ...columns });
}

/**
 * Records a change with what everyone else has to hear; the hospital's capacity is always among it. Returns the booking
 * with how its patient hears of it.
 */
export async function recordTaken(
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
