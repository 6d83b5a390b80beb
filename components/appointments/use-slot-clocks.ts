"use client";
import { formatInstant, placeOf, sameWallClock } from "@/components/ui/format-instant";
import { useClock, useClocks, useReader } from "@/components/ui/reader";
import type { VisitMode } from "@/lib/domain/appointments/schema";
import type { SlotClock } from "./slot-days";

/** A placeholder when nothing is offered. */
export const OWN_PRACTICE = { mode: "IN_PERSON", hospitalId: null } as const;

/** Zones of a doctor's places by hospital ID ("" for the doctor's own practice). */
export type SlotZones = Record<string, string>;

/**
 * Returns the clock of each available time: its place's, or the reader's own for a video visit. `timeZone` is the
 * default for places not in `zones`.
 */
export function useSlotClocks(timeZone: string, zones: SlotZones = {}): SlotClock {
  const reader = useReader();
  const clocks = useClocks();
  return ({ mode, hospitalId }) => (mode === "VIDEO" ? reader.clock : clocks(zones[hospitalId ?? ""] ?? timeZone));
}

/** Returns the clock of a visit, and its place's name where the reader's clock differs. */
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
