"use client";
import { useNow } from "@/components/ui/use-now";
import { wallClock } from "@/lib/platform/time/wall-clock";
import { cn } from "@/components/ui/cn";
import { formatMinutes } from "@/components/ui/format-instant";
import { useClock, useReader } from "@/components/ui/reader";
import type { Clock } from "@/lib/platform/time/clock";
import {
  blockOn,
  HOUR_PX,
  placeVisits,
  type Block,
  type CalendarData,
  type FreePlace,
  type PlacedVisit,
} from "./calendar-layout";
import { CalendarVisit } from "./calendar-visit";
import type { useVisitDrag } from "./use-visit-drag";

type Props = CalendarData & {
  date: string;
  hours: { first: number; last: number };
  dragging: ReturnType<typeof useVisitDrag>;
};

/** One day: open hours light, the rest dimmed, visits on top, and a line at the current time. */
export function CalendarColumn({ date, hours, visits, open, timeZone, asOf, places, dragging }: Props) {
  const { drag, free, target, begin, wasDragged } = dragging;
  const clock = useClock(timeZone);
  const placed = placeVisits(visits, date, clock);
  const openBlocks = open.flatMap((span) => blockOn(span, date, clock) ?? []);
  return (
    <div
      data-calendar-date={date}
      className="relative border-l border-line bg-sunken dark:bg-ground"
      style={{ height: (hours.last - hours.first) * HOUR_PX }}
    >
      {openBlocks.map((block) => (
        <div key={block.from} aria-hidden className="absolute inset-x-0 bg-surface" style={boxOf(block, hours.first)} />
      ))}
      {Array.from({ length: hours.last - hours.first - 1 }, (_, index) => (
        <div
          key={index}
          aria-hidden
          className="absolute inset-x-0 border-t border-line"
          style={{ top: (index + 1) * HOUR_PX }}
        />
      ))}
      {drag ? (
        <FreePlaces
          free={free.filter((one) => one.date === date)}
          length={drag.length}
          firstHour={hours.first}
          target={target}
        />
      ) : null}
      {placed.map((one) => (
        <CalendarVisit
          key={one.visit.id}
          placed={one}
          firstHour={hours.first}
          timeZone={timeZone}
          asOf={asOf}
          places={places}
          isDragged={drag?.visit.id === one.visit.id}
          onPointerDown={begin(one)}
          wasDragged={wasDragged}
        />
      ))}
      {drag?.date === date ? <Dragged drag={drag} target={target} firstHour={hours.first} /> : null}
      <NowLine date={date} clock={clock} asOf={asOf} hours={hours} />
    </div>
  );
}

function boxOf({ from, to }: Block, firstHour: number) {
  return { top: (from / 60 - firstHour) * HOUR_PX, height: ((to - from) / 60) * HOUR_PX };
}

type FreeProps = { free: FreePlace[]; length: number; firstHour: number; target: FreePlace | undefined };

function FreePlaces({ free, length, firstHour, target }: FreeProps) {
  return free.map((one) => (
    <div
      key={`${one.start}-${one.scheduleId}`}
      aria-hidden
      className={cn(
        "absolute inset-x-1 rounded-md border border-dashed border-accent/50",
        one === target && "border-solid border-accent bg-accent-soft",
      )}
      style={boxOf({ from: one.minutes + 1, to: one.minutes + length - 1 }, firstHour)}
    />
  ));
}

type DraggedProps = {
  drag: { visit: PlacedVisit["visit"]; minutes: number; length: number };
  target: FreePlace | undefined;
  firstHour: number;
};

function Dragged({ drag, target, firstHour }: DraggedProps) {
  const { locale } = useReader();
  return (
    <div
      aria-hidden
      className={cn(
        "pointer-events-none absolute inset-x-1 z-20 truncate rounded-md border-2 bg-raised px-2 py-0.5 text-xs font-semibold shadow-raised",
        target ? "border-accent text-accent" : "border-line-strong text-quiet",
      )}
      style={boxOf(
        { from: target?.minutes ?? drag.minutes, to: (target?.minutes ?? drag.minutes) + drag.length },
        firstHour,
      )}
    >
      {formatMinutes(target?.minutes ?? drag.minutes, locale)} {drag.visit.patient.name}
    </div>
  );
}

function NowLine({
  date,
  clock,
  asOf,
  hours,
}: {
  date: string;
  clock: Clock;
  asOf: string;
  hours: { first: number; last: number };
}) {
  const now = wallClock(useNow(asOf), clock);
  if (now.date !== date || now.minutes < hours.first * 60 || now.minutes > hours.last * 60) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-x-0 z-10 border-t-2 border-stop before:absolute before:-top-1.25 before:-left-1 before:size-2 before:rounded-full before:bg-stop"
      style={{ top: (now.minutes / 60 - hours.first) * HOUR_PX }}
    />
  );
}
