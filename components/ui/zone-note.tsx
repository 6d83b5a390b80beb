"use client";
import { Globe } from "lucide-react";
import { LocaleText } from "./locale-text";
import { useNow } from "./use-now";
import { formatInstant, placeOf, sameWallClock } from "./format-instant";
import { useClock, useDeviceZone, useReader } from "./reader";

type Props = { timeZone: string; asOf: string };

/** The page's zone, shown only to those whose own clock differs. */
export function ZoneNote({ timeZone, asOf }: Props) {
  const clock = useClock(timeZone);
  const device = useClock(useDeviceZone());
  const { locale } = useReader();
  const now = new Date(useNow(asOf)).toISOString();
  if (sameWallClock(now, clock, device)) return null;
  return (
    <p className="mb-4 flex items-start gap-2 text-sm text-quiet">
      <Globe aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        All times are in {placeOf(timeZone)} time. It&apos;s{" "}
        <LocaleText className="tabular">{formatInstant(now, "time", { locale, clock })}</LocaleText> now.
      </span>
    </p>
  );
}
