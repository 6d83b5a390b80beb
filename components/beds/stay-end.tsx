"use client";
import { formatInstant } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import { wallClock } from "@/components/ui/wall-clock";
import { lastMoment } from "./end-text";

/** The planned end of a stay: its last day, or day and time where it ends within one. */
export function StayEnd({ end, timeZone }: { end: string; timeZone?: string }) {
  const reader = useReader();
  const zone = timeZone ?? reader.timeZone;
  const isWholeDay = wallClock(end, zone).minutes === 0;
  return (
    <time dateTime={end} suppressHydrationWarning>
      {formatInstant(lastMoment(end, zone), isWholeDay ? "date" : "datetime", { ...reader, timeZone: zone })}
    </time>
  );
}
