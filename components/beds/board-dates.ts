import type { Formatting } from "@/components/ui/format-instant";

/** "14:20" on the day of `asOf`, "Tue 3 Nov" on all others: as much as a glance needs. */
export type ShortMoment = (instant: string) => string;

/** One formatter for hundreds of beds: making one is what costs. Special spaces are made plain, as everywhere. */
export function shortMoments(asOf: string, { locale, timeZone }: Formatting): ShortMoment {
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: "2-digit", minute: "2-digit" });
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: "short", day: "numeric", month: "short" });
  const plain = (text: string) => text.replace(/[\u202f\u2009\u00a0]/g, " ");
  const today = day.format(new Date(asOf));
  return (instant) => {
    const at = new Date(instant);
    const date = day.format(at);
    return plain(date === today ? time.format(at) : date);
  };
}
