"use client";
import { formatDate, formatInstant } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import { shiftDate } from "@/lib/platform/time/local-date";

export type DeskTitleProps = {
  count: number;
  hasMore: boolean;
  /** Filters leave some out. */
  isNarrowed: boolean;
  /** Not the first page. */
  isLater: boolean;
  days: "coming" | "past" | undefined;
  date: string;
  today: string;
};

/** "14 appointments today", "More than 50 upcoming appointments": the list's content. */
export function DeskTitle({ count, hasMore, isNarrowed, isLater, days, date, today }: DeskTitleProps) {
  const { locale } = useReader();
  const noun = count === 1 && !hasMore && !isLater ? "appointment" : "appointments";
  const which = days && { coming: "upcoming", past: "past" }[days];
  const number = isLater ? "More" : count === 0 ? "No" : hasMore ? `More than ${count}` : String(count);
  const words = [number, isNarrowed && "matching", which, noun, !days && dayWords(date, today, locale)];
  return <LocaleText>{words.filter(Boolean).join(" ")}</LocaleText>;
}

/** The hospital, the day and the time of printing: paper is read later and elsewhere. */
export function PaperNote({
  doctor,
  date,
  asOf,
}: {
  doctor: string | undefined;
  date: string | undefined;
  asOf: string;
}) {
  const reader = useReader();
  const day = date && formatDate(date, "long-date", reader.locale);
  return (
    <LocaleText className="hidden print:inline">
      {["", doctor, day, `as of ${formatInstant(asOf, "datetime", reader)}`]
        .filter((part) => part !== undefined)
        .join(" · ")}
    </LocaleText>
  );
}

/** "today", "tomorrow", "yesterday", else "on Wednesday 4 November 2026". */
function dayWords(date: string, today: string, locale: string): string {
  if (date === today) return "today";
  if (date === shiftDate(today, 1)) return "tomorrow";
  if (date === shiftDate(today, -1)) return "yesterday";
  return `on ${formatDate(date, "long-date", locale)}`;
}
