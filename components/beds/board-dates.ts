import type { Formatting } from "@/components/ui/format-instant";
import { offsetOf } from "@/lib/platform/time/clock";

/** "14:20" on the day of `asOf`, "Tue 3 Nov" on all others: as much as a glance needs. */
export type ShortMoment = (instant: string) => string;

/** One formatter for hundreds of beds: making one is what costs. Special spaces are made plain, as everywhere. */
export function shortMoments(asOf: string, { locale, clock }: Formatting): ShortMoment {
  const time = new Intl.DateTimeFormat(locale, { timeZone: "UTC", hour: "2-digit", minute: "2-digit" });
  const day = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" });
  const plain = (text: string) => text.replace(/[\u202f\u2009\u00a0]/g, " ");
  // As if it were UTC, where the formatters are.
  const local = (instant: string) => Date.parse(instant) + offsetOf(Date.parse(instant), clock) * 60_000;
  const today = day.format(local(asOf));
  return (instant) => {
    const at = local(instant);
    const date = day.format(at);
    return plain(date === today ? time.format(at) : date);
  };
}
