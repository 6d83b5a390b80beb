"use client";
import { formatDate, formatInstant } from "./format-instant";
import { OtherTime } from "./local-time";
import { LocaleText } from "./locale-text";
import { useClock, useReader } from "./reader";

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
  return <LocaleText className={className}>{first === last ? first : `${first} – ${last}`}</LocaleText>;
}

export type LocalTimeRangeProps = {
  start: string;
  end: string;
  /** The place's IANA zone: its times come first. */
  timeZone?: string | undefined;
  /** The reader's times come first. */
  readerFirst?: boolean;
  /** With the date before the times. */
  withDate?: boolean;
  className?: string;
};

/** "14:30–14:50" in the place's zone, with the reader's own time where it differs. */
export function LocalTimeRange({
  start,
  end,
  timeZone,
  readerFirst = false,
  withDate,
  className,
}: LocalTimeRangeProps) {
  const reader = useReader();
  const place = useClock(timeZone ?? reader.timeZone);
  const reading = { locale: reader.locale, clock: readerFirst ? reader.clock : place };
  return (
    <span className={className}>
      <LocaleText as="time" dateTime={start}>
        {formatInstant(start, withDate ? "dated-time" : "time", reading)}
      </LocaleText>
      –
      <LocaleText as="time" dateTime={end}>
        {formatInstant(end, "time", reading)}
      </LocaleText>
      <OtherTime instant={start} timeZone={timeZone} readerFirst={readerFirst} style="time" />
    </span>
  );
}
