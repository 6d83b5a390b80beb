"use client";
import { cn } from "./cn";
import { formatInstant, placeOf, sameWallClock, type InstantStyle } from "./format-instant";
import { useReader } from "./reader";

export type LocalTimeProps = {
  /** ISO 8601, UTC. */
  instant: string;
  /** IANA zone of the place where it happens. Where its clock differs from the reader's, its time is named too. */
  timeZone?: string | undefined;
  style?: InstantStyle;
  /** False: only the reader's time. */
  placeNote?: boolean;
  className?: string;
};

/** An instant as the reader's own clock shows it. */
export function LocalTime({ instant, timeZone, style = "datetime", placeNote = true, className }: LocalTimeProps) {
  const reader = useReader();
  return (
    <>
      <time dateTime={instant} suppressHydrationWarning className={className}>
        {formatInstant(instant, style, reader)}
      </time>
      {placeNote ? <PlaceNote instant={instant} timeZone={timeZone} style={style} /> : null}
    </>
  );
}

type PlaceNoteProps = { instant: string; timeZone: string | undefined; style: InstantStyle; className?: string };

/** "· 10:00 in Berlin", when that is not what the reader's clock says. */
export function PlaceNote({ instant, timeZone, style, className }: PlaceNoteProps) {
  const reader = useReader();
  const hasTime = style === "time" || style === "datetime" || style === "dated-time" || style === "full";
  if (!timeZone || !hasTime || sameWallClock(instant, timeZone, reader.timeZone)) return null;
  const { locale } = reader;
  const sameDay =
    formatInstant(instant, "date", { locale, timeZone }) === formatInstant(instant, "date", reader);
  return (
    <span suppressHydrationWarning className={cn("tabular font-normal text-quiet", className)}>
      {` · ${formatInstant(instant, sameDay ? "time" : "datetime", { locale, timeZone })} in ${placeOf(timeZone)}`}
    </span>
  );
}
