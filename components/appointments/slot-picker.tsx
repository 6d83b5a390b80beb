"use client";
import { CalendarX2, ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, placeOf } from "@/components/ui/format-instant";
import { IconButton } from "@/components/ui/icon-button";
import { useReader } from "@/components/ui/reader";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { DayStrip } from "./day-strip";
import { groupByDay, PICKER_DAYS } from "./slot-days";
import { SlotTimes } from "./slot-times";

export type SlotPickerProps = {
  slots: OfferedSlot[];
  /** First date shown, in the reader's calendar. */
  firstDate: string;
  /** Zone of the place; named where its clock differs from the reader's. */
  timeZone: string;
  /** Names of places by hospital id ("" for the own practice); shown when there is more than one. */
  places: Record<string, string>;
  /** The slot being worked on, by `slotKey`: its button shows that it is busy. */
  pendingKey?: string | undefined;
  /** Other days are being read: what is shown is still the old. */
  isLoading?: boolean;
  onPick: (slot: OfferedSlot) => void;
  /** Shows another fortnight; `earlier` is absent when there is nothing before. */
  onEarlier?: (() => void) | undefined;
  onLater: () => void;
  /** The first free date outside this fortnight, when it has none. */
  nextDate?: string | undefined;
  onJump?: (date: string) => void;
};

/** A fortnight of free times: the days as a strip, the chosen day's times by part of day. */
export function SlotPicker(props: SlotPickerProps) {
  const { slots, firstDate, timeZone, places, pendingKey, isLoading = false, onPick, onEarlier, onLater, nextDate, onJump } = props;
  const reader = useReader();
  const [wanted, setWanted] = useState<string>();
  const days = groupByDay(slots, firstDate, PICKER_DAYS, reader.timeZone);
  const chosen = days.find((day) => day.date === wanted) ?? days.find((day) => day.slots.length > 0);
  // With somebody's hand on it the day no longer changes by itself, even when its last time goes.
  const stay = () => chosen && wanted !== chosen.date && setWanted(chosen.date);
  const last = days.at(-1)?.date ?? firstDate;
  return (
    <div onPointerEnter={stay} onFocus={stay} aria-busy={isLoading}>
      <div className="mb-2 flex items-center justify-between gap-2">
        <p className="text-sm font-semibold">
          {formatDate(firstDate, "date", reader.locale)} – {formatDate(last, "date", reader.locale)}
        </p>
        <div className="flex gap-1">
          <IconButton label="Earlier days" variant="secondary" size="sm" disabled={!onEarlier} onClick={onEarlier}>
            <ChevronLeft aria-hidden />
          </IconButton>
          <IconButton label="Later days" variant="secondary" size="sm" onClick={onLater}>
            <ChevronRight aria-hidden />
          </IconButton>
        </div>
      </div>
      <div className={cn("transition-opacity", isLoading && "opacity-60")}>
        <DayStrip days={days} chosen={chosen?.date} onChoose={setWanted} />
        <div className="mt-5">
          {chosen && chosen.slots.length > 0 ? (
            <SlotTimes day={chosen} places={places} pendingKey={pendingKey} onPick={onPick} />
          ) : (
            <EmptyState
              level={3}
              icon={<CalendarX2 />}
              title={chosen ? "No free times on this day" : "No free times in these two weeks"}
              text={
                nextDate
                  ? `The first free time is on ${formatDate(nextDate, "long-date", reader.locale)}.`
                  : "Times come back when someone cancels; this page shows them at once."
              }
              action={nextDate && onJump ? <Button onClick={() => onJump(nextDate)}>Show {formatDate(nextDate, "date", reader.locale)}</Button> : undefined}
            />
          )}
        </div>
      </div>
      {timeZone !== reader.timeZone ? (
        <p className="mt-4 text-sm text-quiet">
          Times are shown in your time zone ({placeOf(reader.timeZone)}). The practice is in {placeOf(timeZone)}.
        </p>
      ) : null}
    </div>
  );
}
