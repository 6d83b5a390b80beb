"use client";
import { formatDate } from "./format-instant";
import { LocaleText } from "./locale-text";
import { useReader } from "./reader";

/** A calendar date (`YYYY-MM-DD`) with its year: "3 Mar 1980". */
export function LocalDate({ date, className }: { date: string; className?: string }) {
  const { locale } = useReader();
  return (
    <LocaleText as="time" dateTime={date} className={className}>
      {formatDate(date, "dated", locale)}
    </LocaleText>
  );
}
