"use client";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { formatDate, formatDateParts } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import { moveFocus } from "@/components/ui/move-focus";
import type { SlotDay } from "./slot-days";

export type DayStripProps = { days: SlotDay[]; chosen: string | undefined; onChoose: (date: string) => void };

/** The selectable days, one always selected: one Tab stop, with arrow keys inside. */
export function DayStrip({ days, chosen, onChoose }: DayStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Only the strip scrolls, never the page: on phones the selected day may be beyond its edge.
    const day = strip.current?.querySelector<HTMLElement>("[aria-checked=true]");
    if (day) strip.current?.scrollTo?.({ left: day.offsetLeft - strip.current.offsetLeft - 16 });
  }, [chosen]);
  const tabStop = chosen ?? days[0]?.date;
  return (
    <div
      ref={strip}
      role="radiogroup"
      aria-label="Day"
      onKeyDown={(event) => {
        const day = moveFocus(event, "[role=radio]");
        if (day?.dataset.date) onChoose(day.dataset.date);
      }}
      className="relative -mx-4 flex snap-x gap-1.5 overflow-x-auto px-4 pt-1 pb-1.5 sm:mx-0 sm:grid sm:grid-cols-7 sm:overflow-visible sm:px-0"
    >
      {days.map((day) => (
        <Day
          key={day.date}
          day={day}
          isChosen={day.date === chosen}
          isTabStop={day.date === tabStop}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

type DayProps = { day: SlotDay; isChosen: boolean; isTabStop: boolean; onChoose: DayStripProps["onChoose"] };

function Day({ day, isChosen, isTabStop, onChoose }: DayProps) {
  const { locale } = useReader();
  const { date } = day;
  const count = day.slots.length;
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      tabIndex={isTabStop ? 0 : -1}
      data-date={date}
      aria-label={`${formatDate(date, "long-date", locale)}, ${count === 0 ? "no available times" : `${count} free`}`}
      onClick={() => onChoose(date)}
      className={cn(
        "flex min-w-18 snap-start scroll-ml-4 flex-col items-center rounded-md border px-1.5 py-2 text-sm sm:min-w-0",
        isChosen ? "border-accent bg-accent text-accent-ink" : "border-line bg-surface hover:border-line-strong",
        !isChosen && count === 0 && "border-dashed bg-transparent text-quiet",
      )}
    >
      <span className="text-xs">{formatDateParts(date, { weekday: "short" }, locale)}</span>
      <span className="font-semibold whitespace-nowrap">
        {formatDateParts(date, { day: "numeric", month: "short" }, locale)}
      </span>
      <span
        className={cn("text-xs tabular", isChosen ? "text-accent-ink" : count === 0 ? "text-quiet" : "text-accent")}
      >
        {count === 0 ? "–" : `${count} free`}
      </span>
    </button>
  );
}
