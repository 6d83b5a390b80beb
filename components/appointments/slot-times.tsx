"use client";
import { Video } from "lucide-react";
import { Button } from "@/components/ui/button";
import { formatDate, formatInstant } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { partOfDay, type DayPart, type SlotDay } from "./slot-days";

const PARTS: [DayPart, string][] = [
  ["morning", "Morning"],
  ["afternoon", "Afternoon"],
  ["evening", "Evening"],
];

export type SlotTimesProps = {
  day: SlotDay;
  places: Record<string, string>;
  pendingStart?: string | undefined;
  onPick: (slot: OfferedSlot) => void;
};

/** One day's free times, by part of day. */
export function SlotTimes({ day, places, pendingStart, onPick }: SlotTimesProps) {
  const reader = useReader();
  const hasPlaces = Object.keys(places).length > 1;
  return (
    <div className="grid gap-4">
      <h3 className="text-base">{formatDate(day.date, "long-date", reader.locale)}</h3>
      {PARTS.map(([part, label]) => {
        const slots = day.slots.filter((slot) => partOfDay(slot.start, reader.timeZone) === part);
        if (slots.length === 0) return null;
        return (
          <div key={part} role="group" aria-label={label}>
            <p className="mb-2 text-sm text-quiet">{label}</p>
            <div className="grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2">
              {slots.map((slot) => {
                const time = formatInstant(slot.start, "time", reader);
                const place = hasPlaces ? places[slot.hospitalId ?? ""] : undefined;
                return (
                  <Button
                    key={`${slot.start}-${slot.scheduleId}`}
                    variant="secondary"
                    className="h-auto min-h-10 flex-col py-1.5 pointer-coarse:min-h-11"
                    pending={pendingStart === slot.start}
                    disabled={pendingStart !== undefined && pendingStart !== slot.start}
                    aria-label={`${time}, ${formatDate(day.date, "date", reader.locale)}${place ? `, ${place}` : ""}${slot.mode === "VIDEO" ? ", by video" : ""}`}
                    data-slot={slot.start}
                    onClick={() => onPick(slot)}
                  >
                    <span className="grid justify-items-center">
                      <span className="tabular inline-flex items-center gap-1">
                        {time}
                        {slot.mode === "VIDEO" ? <Video aria-hidden /> : null}
                      </span>
                      {place ? <span className="max-w-24 truncate text-xs font-normal text-quiet">{place}</span> : null}
                    </span>
                  </Button>
                );
              })}
            </div>
          </div>
        );
      })}
    </div>
  );
}
