import type { Reach } from "@/lib/domain/contacts/rules";
import { instantText } from "@/lib/platform/time/iso-text";
import type { AffectedStay, WardClosure, WardClosureRow } from "./queries";
import { phaseOf } from "./rules";
import type { ClosureStayOutput, WardClosureOutput } from "./schema";

const instantOrNull = (at: Date | null) => at && instantText(at);

/** What is closed, why, and from when until when, as a board shows it. */
export function toStandingOutput(row: WardClosureRow, now: Date) {
  const { id, hospitalId, wardId, ward, reason, status, version } = row;
  return {
    ...{ id, hospitalId, wardId, reason, status, version },
    ward: ward.name,
    beds: row.isWholeWard ? null : row.beds.map(({ bed }) => bed),
    phase: phaseOf(row, now),
    startsAt: instantText(row.startsAt),
    endsAt: instantOrNull(row.endsAt),
  };
}

/** Returns the wire format of a closing. */
export function toOutput(row: WardClosure, now: Date = new Date()): WardClosureOutput {
  return {
    ...toStandingOutput(row, now),
    endedAt: instantOrNull(row.endedAt),
    tellAt: row.tellAt.toISOString(),
    counts: row.counts,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Returns someone who has a closed bed, as the API answers it. */
export function toStayOutput(stay: AffectedStay): ClosureStayOutput {
  const { id, patientId, bedId, bed, status, version } = stay;
  return {
    bookingId: id,
    ...{ patientId, bedId, bed, status, version },
    from: instantText(stay.startsAt),
    to: instantOrNull(stay.endsAt),
    by: stay.reach as Reach["by"] | null,
  };
}
