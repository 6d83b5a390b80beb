"use client";
import { cn } from "./cn";
import { formatInstant, placeOf, sameWallClock, type InstantStyle } from "./format-instant";
import { LocaleText } from "./locale-text";
import { useClock, useReader, useZoneWasGuessed } from "./reader";

export type LocalTimeProps = {
  /** ISO 8601, UTC. */
  instant: string;
  /** The place's IANA zone: its time comes first. The reader's own by default. */
  timeZone?: string | undefined;
  /** For what is attended from anywhere, such as a video visit: the reader's time comes first. */
  readerFirst?: boolean;
  style?: InstantStyle;
  /** False: only the first time. */
  otherTime?: boolean;
  className?: string;
};

/** An instant in its place's zone, with the reader's own time where it differs. */
export function LocalTime(props: LocalTimeProps) {
  const { instant, timeZone, readerFirst = false, style = "datetime", otherTime = true, className } = props;
  const reader = useReader();
  const place = useClock(timeZone ?? reader.timeZone);
  const first = readerFirst ? reader.clock : place;
  return (
    <>
      <LocaleText as="time" dateTime={instant} className={className}>
        {formatInstant(instant, style, { locale: reader.locale, clock: first })}
      </LocaleText>
      {otherTime ? <OtherTime instant={instant} timeZone={timeZone} readerFirst={readerFirst} style={style} /> : null}
    </>
  );
}

type OtherTimeProps = Pick<LocalTimeProps, "instant" | "timeZone" | "readerFirst" | "className"> & {
  style: InstantStyle;
};

/**
 * " in Berlin · 04:00 your time", or " · 10:00 in Berlin" after the reader's: nothing where both clocks agree. While
 * the reader's zone is unknown its room is reserved, so that nothing shifts afterwards.
 */
export function OtherTime({ instant, timeZone, readerFirst = false, style, className }: OtherTimeProps) {
  const reader = useReader();
  const place = useClock(timeZone ?? reader.timeZone);
  const hasTime = style === "time" || style === "datetime" || style === "dated-time" || style === "full";
  const keepsRoom = useZoneWasGuessed() && timeZone !== undefined;
  const isSame = sameWallClock(instant, place, reader.clock);
  if (!hasTime || (isSame && !keepsRoom)) return null;
  const { locale } = reader;
  const day = (clock: typeof place) => formatInstant(instant, "date", { locale, clock });
  const otherStyle = day(place) === day(reader.clock) ? "time" : "datetime";
  const name = placeOf(place.zone);
  const other = formatInstant(instant, otherStyle, { locale, clock: readerFirst ? place : reader.clock });
  return (
    <LocaleText
      aria-hidden={isSame || undefined}
      className={cn("font-normal text-quiet tabular", isSame && "invisible print:hidden", className)}
    >
      {readerFirst ? ` · ${other} in ${name}` : ` in ${name} · ${other} your time`}
    </LocaleText>
  );
}
