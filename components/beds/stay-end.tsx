"use client";
import { formatInstant } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useClock, useReader } from "@/components/ui/reader";
import { wallClock } from "@/lib/platform/time/wall-clock";
import { lastMoment } from "./end-text";

/** The planned end of a stay: its last day, or day and time when it ends within one. */
export function StayEnd({ end, timeZone }: { end: string; timeZone?: string }) {
  const reader = useReader();
  const clock = useClock(timeZone ?? reader.timeZone);
  const isWholeDay = wallClock(end, clock).minutes === 0;
  return (
    <LocaleText as="time" dateTime={end}>
      {formatInstant(lastMoment(end, clock), isWholeDay ? "date" : "datetime", { ...reader, clock })}
    </LocaleText>
  );
}
