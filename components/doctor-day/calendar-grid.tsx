"use client";
import { useState } from "react";
import { RescheduleDialog } from "@/components/appointments/reschedule-dialog";
import { Link } from "@/components/ui/link";
import { instantAt } from "@/lib/platform/time/wall-clock";
import { cn } from "@/components/ui/cn";
import { formatDate, formatInstant, formatMinutes } from "@/components/ui/format-instant";
import { useClock, useReader } from "@/components/ui/reader";
import type { VisitCard } from "@/lib/domain/appointments/output";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { routes } from "@/lib/site/routes";
import { CalendarColumn } from "./calendar-column";
import { CalendarLegend } from "./calendar-visit";
import { blockOn, HOUR_PX, hoursShown, placeVisits, type CalendarData } from "./calendar-layout";
import { ConfirmMove } from "./confirm-move";
import { useVisitDrag, type Drop } from "./use-visit-drag";

export type CalendarView = "week" | "day" | null;
type Props = CalendarData & { dates: string[]; date: string; today: string; view: CalendarView };

type Move = { visit: VisitCard; start: string; scheduleId?: string };

/** A week or a day of visits. By default the week on wide screens and the day on phones. */
export function CalendarGrid(props: Props) {
  const { dates, date, today, view, visits, open, timeZone, places, asOf } = props;
  const { locale } = useReader();
  const clock = useClock(timeZone);
  const [move, setMove] = useState<Move>();
  const [refused, setRefused] = useState<{ visit: VisitCard; failure: ActionFailure }>();
  const shown = view === "day" ? [date] : dates;
  const blocks = shown.flatMap((one) => [
    ...open.flatMap((span) => blockOn(span, one, clock) ?? []),
    ...placeVisits(visits, one, clock),
  ]);
  const hours = hoursShown(blocks);
  const onDrop = ({ visit, date: on, minutes, target }: Drop) =>
    setMove(
      target
        ? { visit, start: target.start, scheduleId: target.scheduleId }
        : { visit, start: instantAt(on, minutes, clock) },
    );
  const dragging = useVisitDrag({ dates: shown, firstHour: hours.first, clock, onDrop });
  const isHidden = (one: string) => view === null && one !== date && "max-md:hidden";
  const columns = {
    day: "grid-cols-[4rem_minmax(0,1fr)]",
    week: "min-w-[52rem] grid-cols-[4rem_repeat(7,minmax(0,1fr))]",
    auto: "grid-cols-[4rem_minmax(0,1fr)] md:min-w-[52rem] md:grid-cols-[4rem_repeat(7,minmax(0,1fr))]",
  }[view ?? "auto"];
  return (
    <>
      <div
        role="region"
        aria-label="Calendar"
        tabIndex={0}
        className={cn(
          "overflow-x-auto rounded-lg border border-line bg-surface",
          dragging.drag && "cursor-grabbing select-none",
        )}
      >
        <div className={cn("grid", columns)}>
          <span />
          {shown.map((one) => (
            <Link
              key={one}
              href={routes.doctor.calendar({ date: one, view: "day" })}
              aria-current={one === today ? "date" : undefined}
              aria-label={formatDate(one, "long-date", locale)}
              className={cn(
                "border-b border-l border-line py-2 text-center text-sm text-quiet -outline-offset-2 hover:bg-sunken",
                one === today && "font-bold text-accent",
                isHidden(one),
              )}
            >
              {formatDate(one, "date", locale)}
            </Link>
          ))}
          <HourScale first={hours.first} last={hours.last} />
          {shown.map((one) => (
            <div key={one} role="group" aria-label={formatDate(one, "long-date", locale)} className={cn(isHidden(one))}>
              <CalendarColumn
                {...{ visits, open, timeZone, asOf, places }}
                date={one}
                hours={hours}
                dragging={dragging}
              />
            </div>
          ))}
        </div>
      </div>
      <CalendarLegend />
      {move ? (
        <ConfirmMove
          {...move}
          timeZone={timeZone}
          onClose={() => setMove(undefined)}
          onRefused={(failure) => {
            setMove(undefined);
            setRefused({ visit: move.visit, failure });
          }}
        />
      ) : null}
      {refused ? (
        <RescheduleDialog
          appointment={refused.visit}
          subject={`${refused.visit.patient.name}, ${formatInstant(refused.visit.start, "datetime", { locale, clock })}`}
          timeZone={refused.visit.place.timeZone}
          places={places}
          asOf={asOf}
          failure={refused.failure}
          onClose={() => setRefused(undefined)}
        />
      ) : null}
    </>
  );
}

function HourScale({ first, last }: { first: number; last: number }) {
  const { locale } = useReader();
  return (
    <div aria-hidden className="relative" style={{ height: (last - first) * HOUR_PX }}>
      {Array.from({ length: last - first }, (_, index) => (
        <span
          key={index}
          className="absolute right-2 -translate-y-1/2 text-xs text-quiet tabular first:translate-y-1"
          style={{ top: index * HOUR_PX }}
        >
          {formatMinutes((first + index) * 60, locale)}
        </span>
      ))}
    </div>
  );
}
