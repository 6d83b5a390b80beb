"use client";
import { formatDate, formatInstant } from "./format-instant";
import { PlaceNote } from "./local-time";
import { useReader } from "./reader";

export type LocalDateRangeProps = {
  /** First and last day, `YYYY-MM-DD` (no zone) or instants (the reader's days). */
  from: string;
  to: string;
  className?: string;
};

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** "Mon, 24 Nov – Fri, 28 Nov", or one day when both are the same. */
export function LocalDateRange({ from, to, className }: LocalDateRangeProps) {
  const reader = useReader();
  const show = (value: string) =>
    isDate(value) ? formatDate(value, "date", reader.locale) : formatInstant(value, "date", reader);
  const [first, last] = [show(from), show(to)];
  return (
    <span suppressHydrationWarning className={className}>
      {first === last ? first : `${first} – ${last}`}
    </span>
  );
}

export type LocalTimeRangeProps = {
  start: string;
  end: string;
  timeZone?: string | undefined;
  /** With the day before the times. */
  withDate?: boolean;
  className?: string;
};

/** "14:30–14:50" on the reader's clock, the place's time named where it differs. */
export function LocalTimeRange({ start, end, timeZone, withDate, className }: LocalTimeRangeProps) {
  const reader = useReader();
  return (
    <span className={className}>
      <time dateTime={start} suppressHydrationWarning>
        {formatInstant(start, withDate ? "dated-time" : "time", reader)}
      </time>
      –
      <time dateTime={end} suppressHydrationWarning>
        {formatInstant(end, "time", reader)}
      </time>
      <PlaceNote instant={start} timeZone={timeZone} style="time" />
    </span>
  );
}
