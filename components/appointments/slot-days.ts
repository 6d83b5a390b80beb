import { formatInstant, formatParts, sameWallClock, type Formatting } from "@/components/ui/format-instant";
import { shiftDate } from "@/lib/platform/time/local-date";
import { wallClock } from "@/lib/platform/time/wall-clock";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { offsetOf, type Clock } from "@/lib/platform/time/clock";

export type DayPart = "morning" | "afternoon" | "evening";
export type SlotDay = { date: string; slots: OfferedSlot[] };
/** The first available time beyond the days shown. */
export type NextSlot = Pick<OfferedSlot, "start" | "mode" | "hospitalId">;

/** How many days a picker shows. Defined here because a server component reads it too. */
export const PICKER_DAYS = 14;

/** The clock by which a slot is shown. */
export type SlotClock = (slot: Pick<OfferedSlot, "mode" | "hospitalId">) => Clock;

/** Returns `count` dates from `first`, each with its slots by the calendars of their clocks. */
export function groupByDay(slots: OfferedSlot[], first: string, count: number, clockOf: SlotClock): SlotDay[] {
  const byDate = new Map<string, OfferedSlot[]>();
  for (const slot of slots) {
    const { date } = wallClock(slot.start, clockOf(slot));
    byDate.set(date, [...(byDate.get(date) ?? []), slot]);
  }
  return Array.from({ length: count }, (_, i) => shiftDate(first, i)).map((date) => ({
    date,
    slots: byDate.get(date) ?? [],
  }));
}

/** Morning until noon, evening from five. */
export function partOfDay(instant: string, clock: Clock): DayPart {
  const { minutes } = wallClock(instant, clock);
  return minutes < 12 * 60 ? "morning" : minutes < 17 * 60 ? "afternoon" : "evening";
}

/** Identifies a slot: two places may offer the same time. */
export function slotKey(slot: Pick<OfferedSlot, "start" | "scheduleId">): string {
  return `${slot.start} ${slot.scheduleId}`;
}

/** Merges slots, each once, in order of time. */
export function mergeSlots(slots: readonly OfferedSlot[], more: readonly OfferedSlot[]): OfferedSlot[] {
  const known = new Map([...slots, ...more].map((slot) => [slotKey(slot), slot]));
  return [...known.values()].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/**
 * Returns the label of each slot of one day, by `slotKey`. When the clocks go back an hour occurs twice: those times
 * include their offset, so that two instants never look the same.
 */
export function timeLabels(slots: readonly OfferedSlot[], clockOf: SlotClock, locale: string): Map<string, string> {
  const labels = slots.map((slot) => {
    const clock = clockOf(slot);
    return { slot, clock, text: formatInstant(slot.start, "time", { locale, clock }) };
  });
  const isTwice = (one: (typeof labels)[number]) =>
    labels.some(
      ({ slot, clock, text }) => text === one.text && clock.zone === one.clock.zone && slot.start !== one.slot.start,
    );
  return new Map(
    labels.map((one) => [
      slotKey(one.slot),
      isTwice(one) ? `${one.text} ${offsetText(one.slot.start, one.clock)}` : one.text,
    ]),
  );
}

/** "04:00", or "Mon 23:00" on another day: the reader's own time, where it differs from the displayed one. */
export function ownTime(start: string, clock: Clock, reader: Formatting): string | null {
  if (sameWallClock(start, clock, reader.clock)) return null;
  const time = formatInstant(start, "time", reader);
  const isSameDay = wallClock(start, clock).date === wallClock(start, reader.clock).date;
  return isSameDay ? time : `${formatParts(start, { weekday: "short" }, reader)} ${time}`;
}

/** "GMT+5:45". */
function offsetText(instant: string, clock: Clock): string {
  const minutes = offsetOf(Date.parse(instant), clock);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  if (minutes === 0) return "GMT";
  return `GMT${minutes < 0 ? "-" : "+"}${hours}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}
