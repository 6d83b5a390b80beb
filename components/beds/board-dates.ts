import { formatInstant, type Formatting } from "@/components/ui/format-instant";
import { todayIn } from "@/lib/platform/time/wall-clock";

/** "14:20" on the day of `asOf`, "Tue 3 Nov" on all others. */
export type ShortMoment = (instant: string) => string;

/** Says instants on a board as short as can be. */
export function shortMoments(asOf: string, reading: Formatting): ShortMoment {
  const dateOf = (instant: string) => todayIn(reading.clock, Date.parse(instant));
  const today = dateOf(asOf);
  return (instant) => formatInstant(instant, dateOf(instant) === today ? "time" : "date", reading);
}
