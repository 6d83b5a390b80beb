"use client";
import { cn } from "./cn";
import { formatInstant, placeOf, sameWallClock, type InstantStyle } from "./format-instant";
import { useClock, useReader, useZoneWasGuessed } from "./reader";

export type LocalTimeProps = {
  /** ISO 8601, UTC. */
  instant: string;
  /** IANA zone of the place where it happens: its time comes first. Without it, the reader's own. */
  timeZone?: string | undefined;
  /** What is attended from wherever one is, such as a visit by video: the reader's time comes first. */
  readerFirst?: boolean;
  style?: InstantStyle;
  /** False: only the time that comes first. */
  otherTime?: boolean;
  className?: string;
};

/** An instant by the clock of its place, with the reader's own time beside it where that is another. */
export function LocalTime(props: LocalTimeProps) {
  const { instant, timeZone, readerFirst = false, style = "datetime", otherTime = true, className } = props;
  const reader = useReader();
  const place = useClock(timeZone ?? reader.timeZone);
  const first = readerFirst ? reader.clock : place;
  return (
    <>
      <time dateTime={instant} suppressHydrationWarning className={className}>
        {formatInstant(instant, style, { locale: reader.locale, clock: first })}
      </time>
      {otherTime ? <OtherTime instant={instant} timeZone={timeZone} readerFirst={readerFirst} style={style} /> : null}
    </>
  );
}

type OtherTimeProps = Pick<LocalTimeProps, "instant" | "timeZone" | "readerFirst" | "className"> & {
  style: InstantStyle;
};

/**
 * " in Berlin · 04:00 your time", or " · 10:00 in Berlin" behind the reader's: nothing where both clocks show the same.
 * While the reader's is not known its room is kept, so that nothing moves under a finger when it is.
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
    <span
      suppressHydrationWarning
      aria-hidden={isSame || undefined}
      className={cn("font-normal text-quiet tabular", isSame && "invisible print:hidden", className)}
    >
      {readerFirst ? ` · ${other} in ${name}` : ` in ${name} · ${other} your time`}
    </span>
  );
}
