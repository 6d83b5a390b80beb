import { instantText } from "@/lib/platform/time/iso-text";
import type { RowOf } from "@/lib/platform/db/statement";
import { duenessAt } from "./rules";
import type { RecallOutput } from "./schema";
import type { recallRows } from "./statements";

type RecallRow = RowOf<typeof recallRows>;

/** A recall on a screen: with names, and the zone of the place it was set at. */
export type RecallCard = RecallOutput & {
  patient: { name: string; phone: string | null };
  /** Whether the doctor takes bookings; one who has left, or is suspended, takes none. */
  doctor: { name: string; slug: string; isBookable: boolean };
  timeZone: string;
};

/** Returns a recall for a screen, as it is now. */
export function toRecallCard(row: RecallRow, reason: string | null, now: Date): RecallCard {
  const { id, appointmentId, patientId, doctorId, state, bookedId, version, timeZone } = row;
  const month = row.month.toISOString().slice(0, 7);
  return {
    ...{ id, appointmentId, patientId, doctorId, month, reason, state },
    due: state === "OPEN" ? duenessAt(now, { month, dueAt: row.dueAt, timeZone }) : null,
    toldAt: row.toldAt && instantText(row.toldAt),
    bookedId,
    bookedStart: row.bookedStartsAt && instantText(row.bookedStartsAt),
    version,
    createdAt: instantText(row.createdAt),
    endedAt: row.endedAt && instantText(row.endedAt),
    patient: { name: row.patientName, phone: row.phone },
    doctor: { name: row.doctorName, slug: row.doctorSlug, isBookable: row.isBookable },
    timeZone,
  };
}

/** Returns the wire format of a recall. */
export function toRecallOutput(card: RecallCard): RecallOutput {
  const { patient: _patient, doctor: _doctor, timeZone: _timeZone, ...output } = card;
  return output;
}
