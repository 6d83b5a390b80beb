import { formatInstant } from "@/components/ui/format-instant";
import { addDays, wallClock } from "@/components/ui/wall-clock";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";

export type DayPart = "morning" | "afternoon" | "evening";
export type SlotDay = { date: string; slots: OfferedSlot[] };

/** How many days a picker shows at once. Here, because a server component reads it too. */
export const PICKER_DAYS = 14;

/** `count` dates from `first`, each with its slots as the reader's calendar has them. */
export function groupByDay(slots: OfferedSlot[], first: string, count: number, timeZone: string): SlotDay[] {
  const byDate = new Map<string, OfferedSlot[]>();
  for (const slot of slots) {
    const { date } = wallClock(slot.start, timeZone);
    byDate.set(date, [...(byDate.get(date) ?? []), slot]);
  }
  return Array.from({ length: count }, (_, i) => addDays(first, i)).map((date) => ({ date, slots: byDate.get(date) ?? [] }));
}

/** Morning until noon, evening from five. */
export function partOfDay(instant: string, timeZone: string): DayPart {
  const { minutes } = wallClock(instant, timeZone);
  return minutes < 12 * 60 ? "morning" : minutes < 17 * 60 ? "afternoon" : "evening";
}

/** One slot among many: two places may offer the same time. */
export function slotKey(slot: Pick<OfferedSlot, "start" | "scheduleId">): string {
  return `${slot.start} ${slot.scheduleId}`;
}

/** These slots and those, each once, in order of time. */
export function mergeSlots(slots: readonly OfferedSlot[], more: readonly OfferedSlot[]): OfferedSlot[] {
  const known = new Map([...slots, ...more].map((slot) => [slotKey(slot), slot]));
  return [...known.values()].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/**
 * What to call each start of one day, by instant. When the clocks go back an hour comes twice: those times carry
 * their offset, so that two different moments never look the same.
 */
export function timeLabels(slots: readonly OfferedSlot[], reader: { timeZone: string; locale: string }): Map<string, string> {
  const starts = [...new Set(slots.map(({ start }) => start))];
  const plain = new Map(starts.map((start) => [start, formatInstant(start, "time", reader)]));
  const seen = [...plain.values()];
  const isTwice = (label: string) => seen.indexOf(label) !== seen.lastIndexOf(label);
  return new Map([...plain].map(([start, label]) => [start, isTwice(label) ? `${label} ${offsetOf(start, reader.timeZone)}` : label]));
}

function offsetOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(new Date(instant));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}
