"use client";
import { formatInstant } from "@/components/ui/format-instant";
import { useClock, useReader } from "@/components/ui/reader";
import { wallClock } from "@/lib/platform/time/wall-clock";
import { lastMoment } from "./end-text";

/** The planned end of a stay: its last day, or day and time when it ends within one. */
export function StayEnd({ end, timeZone }: { end: string; timeZone?: string }) {
  const reader = useReader();
  const clock = useClock(timeZone ?? reader.timeZone);
  const isWholeDay = wallClock(end, clock).minutes === 0;
  return (
    <time dateTime={end} suppressHydrationWarning>
      {formatInstant(lastMoment(end, clock), isWholeDay ? "date" : "datetime", { ...reader, clock })}
    </time>
  );
}
