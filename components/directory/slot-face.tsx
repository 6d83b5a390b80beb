"use client";
import { formatInstant, formatParts, placeOf, sameWallClock } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useClock, useReader } from "@/components/ui/reader";
import { wallClock } from "@/lib/platform/time/wall-clock";

export type SlotFaceProps = { start: string; timeZone: string; readerFirst: boolean };

/** An available time in little space: day and time in its place's zone, and the reader's own where it differs. */
export function SlotFace({ start, timeZone, readerFirst }: SlotFaceProps) {
  const reader = useReader();
  const place = useClock(timeZone);
  const { locale } = reader;
  const [first, other] = readerFirst ? [reader.clock, place] : [place, reader.clock];
  const isSame = sameWallClock(start, place, reader.clock);
  const isSameDay = wallClock(start, first).date === wallClock(start, other).date;
  const otherDay = isSameDay ? "" : `${formatParts(start, { weekday: "short" }, { locale, clock: other })} `;
  return (
    <>
      <time dateTime={start} className="flex flex-col items-center">
        <LocaleText className="text-xs font-medium text-quiet">
          {formatInstant(start, "date", { locale, clock: first })}
        </LocaleText>
        <LocaleText className="text-base">{formatInstant(start, "time", { locale, clock: first })}</LocaleText>
      </time>
      {isSame ? null : (
        <LocaleText className="text-center text-xs font-normal whitespace-normal text-quiet tabular">
          {otherDay}
          {formatInstant(start, "time", { locale, clock: other })} {readerFirst ? "there" : "yours"}
        </LocaleText>
      )}
    </>
  );
}

/** "Berlin time", for readers whose clock differs at the first of these times; nothing for others. */
export function WhoseTime({ start, timeZone, readerFirst }: SlotFaceProps) {
  const reader = useReader();
  const place = useClock(timeZone);
  if (sameWallClock(start, place, reader.clock)) return null;
  return readerFirst ? ", your time" : `, ${placeOf(timeZone)} time`;
}
