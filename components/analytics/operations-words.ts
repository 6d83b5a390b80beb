import type { CountedOperation } from "@/lib/domain/analytics/status";
import type { Measure } from "./report-words";

type Words = {
  /** Of the list, and of the way to it. */
  title: string;
  /** What `at` is. */
  at: string;
  place: string;
  /** What the minutes are, and in which unit they are written. */
  measured: { name: string; measure: Measure; minutes: number } | null;
  none: string;
};

const DAY = 1_440;

export const OPERATION_TEXTS: Record<CountedOperation, Words> = {
  stays: { title: "Beds taken", at: "From", place: "Bed", measured: null, none: "No beds taken on these days" },
  discharges: {
    ...{ title: "Discharges", at: "Discharged", place: "Last bed", none: "No one discharged on these days" },
    measured: { name: "Length of stay", measure: "days", minutes: DAY },
  },
  turnovers: {
    ...{ title: "Beds taken again", at: "From", place: "Bed", none: "No beds taken again on these days" },
    measured: { name: "Empty before", measure: "hours", minutes: 60 },
  },
  calls: {
    ...{ title: "Ambulance calls", at: "Called", place: "Vehicle", none: "No ambulance called on these days" },
    measured: { name: "To the patient", measure: "minutes", minutes: 1 },
  },
  gains: {
    ...{ title: "Filled from the waitlist", at: "Time", place: "Doctor", none: "No times filled on these days" },
    measured: { name: "Earlier by", measure: "days", minutes: DAY },
  },
};
