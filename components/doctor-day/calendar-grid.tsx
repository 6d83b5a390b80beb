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
import type { Clock } from "@/lib/platform/time/clock";
import { routes } from "@/lib/site/routes";
import { CalendarColumn } from "./calendar-column";
import { CalendarLegend } from "./calendar-visit";
import { blockOn, HOUR_PX, hoursShown, placeVisits, type CalendarData } from "./calendar-layout";
import { ConfirmMove } from "./confirm-move";
import { useVisitDrag, type Drop } from "./use-visit-drag";

export type CalendarView = "week" | "day" | null;
type Props = CalendarData & { dates: string[]; date: string; today: string; view: CalendarView };

/** The hours, then a column for each day shown. */
const GRIDS = {
  day: "grid-cols-[4rem_minmax(0,1fr)]",
  week: "min-w-[52rem] grid-cols-[4rem_repeat(7,minmax(0,1fr))]",
  auto: "grid-cols-[4rem_minmax(0,1fr)] md:min-w-[52rem] md:grid-cols-[4rem_repeat(7,minmax(0,1fr))]",
};

type Move = { visit: VisitCard; start: string; scheduleId?: string };

/** A week or a day of visits. By default the week on wide screens and the day on phones. */
export function CalendarGrid(props: Props) {
  const { dates, date, today, view, visits, open, timeZone, places, asOf } = props;
  const { locale } = useReader();
  const clock = useClock(timeZone);
  const [move, setMove] = useState<Move>();
  const shown = view === "day" ? [date] : dates;
  const blocks = shown.flatMap((one) => [
    ...open.flatMap((span) => blockOn(span, one, clock) ?? []),
    ...placeVisits(visits, one, clock),
  ]);
  const hours = hoursShown(blocks);
  const onDrop = (drop: Drop) => setMove(moveOf(drop, clock));
  const dragging = useVisitDrag({ dates: shown, firstHour: hours.first, clock, onDrop });
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
        <div className={cn("grid", GRIDS[view ?? "auto"])}>
          <span />
          <DayLinks dates={shown} {...{ date, today, view }} />
          <HourScale first={hours.first} last={hours.last} />
          {shown.map((one) => (
            <div
              key={one}
              role="group"
              aria-label={formatDate(one, "long-date", locale)}
              className={cn(hiddenOnPhones(one, date, view))}
            >
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
      <MoveDialogs {...{ move, timeZone, places, asOf }} onClose={() => setMove(undefined)} />
    </>
  );
}

/** To the available time it was dropped on, or else to the minute under the pointer. */
function moveOf({ visit, date, minutes, target }: Drop, clock: Clock): Move {
  return target
    ? { visit, start: target.start, scheduleId: target.scheduleId }
    : { visit, start: instantAt(date, minutes, clock) };
}

function hiddenOnPhones(one: string, date: string, view: CalendarView) {
  return view === null && one !== date && "max-md:hidden";
}

type DayLinksProps = Pick<Props, "dates" | "date" | "today" | "view">;

function DayLinks({ dates, date, today, view }: DayLinksProps) {
  const { locale } = useReader();
  return dates.map((one) => (
    <Link
      key={one}
      href={routes.doctor.calendar({ date: one, view: "day" })}
      aria-current={one === today ? "date" : undefined}
      aria-label={formatDate(one, "long-date", locale)}
      className={cn(
        "border-b border-l border-line py-2 text-center text-sm text-quiet -outline-offset-2 hover:bg-sunken",
        one === today && "font-bold text-accent",
        hiddenOnPhones(one, date, view),
      )}
    >
      {formatDate(one, "date", locale)}
    </Link>
  ));
}

type MoveDialogsProps = Pick<Props, "timeZone" | "places" | "asOf"> & { move: Move | undefined; onClose: () => void };

/** Asks before a visit moves; if it was refused, offers other times. */
function MoveDialogs({ move, timeZone, places, asOf, onClose }: MoveDialogsProps) {
  const { locale } = useReader();
  const clock = useClock(timeZone);
  const [refused, setRefused] = useState<{ visit: VisitCard; failure: ActionFailure }>();
  return (
    <>
      {move ? (
        <ConfirmMove
          {...move}
          timeZone={timeZone}
          onClose={onClose}
          onRefused={(failure) => {
            onClose();
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
