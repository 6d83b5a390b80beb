"use client";
import { useEffect, useRef, useState } from "react";
import { formatDate } from "@/components/ui/format-instant";
import { LiveRegion } from "@/components/ui/live-region";
import { useReader } from "@/components/ui/reader";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { moveFocus } from "@/components/ui/move-focus";
import { cn } from "@/components/ui/cn";
import { counted } from "@/lib/platform/text/counted";
import { GoneTime, SlotTime } from "./slot-time";
import {
  mergeSlots,
  ownTime,
  partOfDay,
  slotKey,
  timeLabels,
  type DayPart,
  type SlotClock,
  type SlotDay,
} from "./slot-days";

const PARTS: [DayPart, string][] = [
  ["morning", "Morning"],
  ["afternoon", "Afternoon"],
  ["evening", "Evening"],
];

export type SlotTimesProps = {
  day: SlotDay;
  clockOf: SlotClock;
  places: Record<string, string>;
  pendingKey?: string | undefined;
  onPick: (slot: OfferedSlot) => void;
};

/**
 * One day's available times, by part of day. A time that is taken meanwhile stays in its place, struck out: nothing
 * shifts under a finger.
 */
export function SlotTimes({ day, clockOf, places, pendingKey, onPick }: SlotTimesProps) {
  const reader = useReader();
  const shown = useEverShown(day, reader.timeZone);
  const times = useFocusKept(day);
  const free = new Set(day.slots.map(slotKey));
  const gone = shown.filter((slot) => !free.has(slotKey(slot)));
  const labels = timeLabels(shown, clockOf, reader.locale);
  const own = new Map(shown.map((slot) => [slotKey(slot), ownTime(slot.start, clockOf(slot), reader)]));
  const columns = columnsFor([...own.values()]);
  return (
    <div ref={times} onKeyDown={(event) => void moveFocus(event, "button[data-slot]")} className="grid gap-4">
      <h3 className="text-base">{formatDate(day.date, "long-date", reader.locale)}</h3>
      <LiveRegion>
        {gone.length > 0 ? `${counted(gone.length, "time has", "times have")} just been taken, ${free.size} left` : ""}
      </LiveRegion>
      {groupsOf(shown, places, clockOf).map(({ title, place, slots }) => (
        <div key={title} role="group" aria-label={title}>
          <p className="mb-2 text-sm text-quiet">{title}</p>
          <div className={cn("grid gap-2", columns)}>
            {slots.map((slot) => {
              const key = slotKey(slot);
              const look = { slot, label: labels.get(key) ?? "", own: own.get(key) ?? null };
              if (!free.has(key)) return <GoneTime key={key} {...look} />;
              const pick = () => (pendingKey ? undefined : onPick(slot));
              return (
                <SlotTime
                  key={key}
                  {...look}
                  place={place}
                  date={day.date}
                  isPending={pendingKey === key}
                  onPick={pick}
                />
              );
            })}
          </div>
        </div>
      ))}
    </div>
  );
}

/** Columns in which every reader's own time, such as "Wed 11:40 PM yours", has one line. */
function columnsFor(own: (string | null)[]): string {
  const longest = Math.max(0, ...own.map((time) => time?.length ?? 0));
  if (longest <= "09:40".length) return "grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))]";
  if (longest <= "Wed 09:40".length) return "grid-cols-[repeat(auto-fill,minmax(7.25rem,1fr))]";
  return "grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))]";
}

type Group = { title: string; place: string | undefined; slots: OfferedSlot[] };

/** The times by part of day and, where the doctor has several places, by place. */
function groupsOf(slots: OfferedSlot[], places: Record<string, string>, clockOf: SlotClock): Group[] {
  const placeOf = (slot: OfferedSlot) => (Object.keys(places).length > 1 ? places[slot.hospitalId ?? ""] : undefined);
  return PARTS.flatMap(([part, label]) => {
    const ofPart = slots.filter((slot) => partOfDay(slot.start, clockOf(slot)) === part);
    return [...new Set(ofPart.map(placeOf))].map((place) => ({
      title: place ? `${label} · ${place}` : label,
      place,
      slots: ofPart.filter((slot) => placeOf(slot) === place),
    }));
  });
}

/** All slots this day has shown since it was selected; in another zone it is another day. */
function useEverShown({ date, slots: offered }: SlotDay, timeZone: string): OfferedSlot[] {
  const [shown, setShown] = useState({ date, timeZone, slots: offered });
  const isSameDay = shown.date === date && shown.timeZone === timeZone;
  const slots = isSameDay ? mergeSlots(shown.slots, offered) : offered;
  if (!isSameDay || slots.length !== shown.slots.length) setShown({ date, timeZone, slots });
  return slots;
}

/** When the focused time goes, focuses the next one left. */
function useFocusKept(day: SlotDay) {
  const container = useRef<HTMLDivElement>(null);
  const focused = useRef<string>(undefined);
  useEffect(() => {
    const element = container.current;
    const remember = (event: FocusEvent) => void (focused.current = (event.target as HTMLElement).dataset.slot);
    element?.addEventListener("focusin", remember);
    return () => element?.removeEventListener("focusin", remember);
  }, []);
  useEffect(() => {
    const { current } = focused;
    if (!current || document.activeElement !== document.body) return;
    const left = [...(container.current?.querySelectorAll<HTMLElement>("button[data-slot]") ?? [])];
    (left.find((time) => (time.dataset.slot ?? "") >= current) ?? left.at(-1))?.focus({ preventScroll: true });
  }, [day.slots]);
  return container;
}
