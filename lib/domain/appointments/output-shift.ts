import { instantText } from "@/lib/platform/time/iso-text";
import { toOutput } from "./output";
import type { ShiftedVisit } from "./load-shifted";
import { promisedStart, wallTime } from "./rules-shift";
import type { ShiftedOutput } from "./schema";

/** Returns the wire format of a shifted visit, at `now`. */
export function toShiftedOutput({ card, shift }: ShiftedVisit, now: Date): ShiftedOutput {
  const start = promisedStart(card.startsAt, shift, now);
  return {
    ...toOutput(card),
    shift: {
      ...shift,
      promised: wallTime(card.startsAt, shift.promisedOffsetMinutes),
      shown: wallTime(card.startsAt, shift.offsetMinutes),
      promisedStart: start && instantText(start),
    },
  };
}

/** The same as the practice's screens show it. */
export type ShiftedCard = Pick<ShiftedOutput, "id" | "version" | "shift"> & { patientName: string; doctorName: string };

export function toShiftedCard(visit: ShiftedVisit, now: Date): ShiftedCard {
  const { id, version, shift } = toShiftedOutput(visit, now);
  return { id, version, shift, patientName: visit.card.patient.name, doctorName: visit.card.doctor.name };
}
