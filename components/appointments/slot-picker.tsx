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
import { groupByDay, PICKER_DAYS, type SlotDay } from "./slot-days";
import { SlotTimes } from "./slot-times";

export type SlotPickerProps = {
  slots: OfferedSlot[];
  /** First date shown, in the reader's calendar. */
  firstDate: string;
  /** Zone of the place; named where its clock differs from the reader's. */
  timeZone: string;
  /** Names of places by hospital id ("" for the own practice); shown when there is more than one. */
  places: Record<string, string>;
  /** A slot being worked on: its button shows that it is busy. */
  pendingStart?: string | undefined;
  onPick: (slot: OfferedSlot) => void;
  /** Shows another fortnight; `earlier` is absent when there is nothing before. */
  onEarlier?: (() => void) | undefined;
  onLater: () => void;
  /** First free time after this fortnight, when it has none. */
  nextDate?: string | undefined;
  onJump?: (date: string) => void;
};

/** A fortnight of free times: the days as a strip, the chosen day's times by part of day. */
export function SlotPicker(props: SlotPickerProps) {
  const { slots, firstDate, timeZone, places, pendingStart, onPick, onEarlier, onLater, nextDate, onJump } = props;
  const reader = useReader();
  const [wanted, setWanted] = useState<string>();
  const days = groupByDay(slots, firstDate, PICKER_DAYS, reader.timeZone);
  const firstFree = days.find((day) => day.slots.length > 0);
  const chosen = days.find((day) => day.date === wanted) ?? firstFree;
  return (
    <div>
      <div className="mb-3 flex items-center justify-between gap-2">
        <p className="text-sm font-semibold">
          {formatDate(firstDate, "date", reader.locale)} – {formatDate(days.at(-1)?.date ?? firstDate, "date", reader.locale)}
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
      <DayStrip days={days} chosen={chosen?.date} onChoose={setWanted} />
      <div className="mt-5" aria-live="polite">
        {chosen && chosen.slots.length > 0 ? (
          <SlotTimes day={chosen} places={places} pendingStart={pendingStart} onPick={onPick} />
        ) : (
          <EmptyState
            level={3}
            icon={<CalendarX2 />}
            title={chosen ? "No free times left on this day" : "No free times in these two weeks"}
            text={nextDate ? `The next free time is on ${formatDate(nextDate, "long-date", reader.locale)}.` : "Times come back when someone cancels; this page shows them at once."}
            action={nextDate && onJump ? <Button onClick={() => onJump(nextDate)}>Show {formatDate(nextDate, "date", reader.locale)}</Button> : undefined}
          />
        )}
      </div>
      {timeZone !== reader.timeZone ? (
        <p className="mt-4 text-sm text-quiet">
          Times are shown in your time zone ({placeOf(reader.timeZone)}). The practice is in {placeOf(timeZone)}.
        </p>
      ) : null}
    </div>
  );
}

function DayStrip({ days, chosen, onChoose }: { days: SlotDay[]; chosen: string | undefined; onChoose: (date: string) => void }) {
  const { locale } = useReader();
  return (
    <div role="group" aria-label="Day" className="-mx-4 flex snap-x gap-1.5 overflow-x-auto px-4 pb-1 sm:mx-0 sm:grid sm:grid-cols-7 sm:overflow-visible sm:px-0">
      {days.map(({ date, slots }) => {
        const isChosen = date === chosen;
        const count = slots.length;
        const [weekday, day] = [
          new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(new Date(`${date}T12:00:00Z`)),
          new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${date}T12:00:00Z`)),
        ];
        return (
          <button
            key={date}
            type="button"
            aria-pressed={isChosen}
            aria-label={`${formatDate(date, "long-date", locale)}, ${count === 0 ? "no free times" : `${count} free`}`}
            onClick={() => onChoose(date)}
            className={cn(
              "flex min-w-18 snap-start flex-col items-center rounded-md border px-2 py-2 text-sm",
              isChosen ? "border-accent bg-accent text-accent-ink" : "border-line bg-surface hover:border-line-strong",
              !isChosen && count === 0 && "border-dashed bg-transparent text-quiet",
            )}
          >
            <span className="text-xs">{weekday}</span>
            <span className="font-semibold whitespace-nowrap">{day}</span>
            <span className={cn("tabular text-xs", isChosen ? "text-accent-ink" : count === 0 ? "text-quiet" : "text-accent")}>
              {count === 0 ? "–" : `${count} free`}
            </span>
          </button>
        );
      })}
    </div>
  );
}
