"use client";
import { formatInstant, placeOf, sameWallClock } from "@/components/ui/format-instant";
import { useClock, useClocks, useReader } from "@/components/ui/reader";
import type { VisitMode } from "@/lib/domain/appointments/schema";
import type { SlotClock } from "./slot-days";

/** Where nothing is offered: as good a place as any. */
export const OWN_PRACTICE = { mode: "IN_PERSON", hospitalId: null } as const;

/** Zones of a doctor's places by hospital id ("" for the own practice). */
export type SlotZones = Record<string, string>;

/**
 * By which clock each free time is shown first: that of its place, or for a visit by video the reader's own.
 * `timeZone` is that of a place which is not among `zones`.
 */
export function useSlotClocks(timeZone: string, zones: SlotZones = {}): SlotClock {
  const reader = useReader();
  const clocks = useClocks();
  return ({ mode, hospitalId }) => (mode === "VIDEO" ? reader.clock : clocks(zones[hospitalId ?? ""] ?? timeZone));
}

/** The clock by which a visit is spoken of, and the name of its place where a reader would take it for their own. */
export function useVisitClock({ mode, timeZone }: { mode: VisitMode; timeZone: string }) {
  const reader = useReader();
  const place = useClock(timeZone);
  const clock = mode === "VIDEO" ? reader.clock : place;
  const where = (instant: string) => (sameWallClock(instant, clock, reader.clock) ? "" : ` in ${placeOf(timeZone)}`);
  const reading = { locale: reader.locale, clock };
  return {
    ...reading,
    where,
    text: (instant: string, style: "datetime" | "full") => formatInstant(instant, style, reading) + where(instant),
  };
}
