"use client";
import { CalendarCheck2, ChevronRight } from "lucide-react";
import { UnreadMark } from "@/components/conversations/message-marks";
import { LocaleText } from "@/components/ui/locale-text";
import { useNow } from "@/components/ui/use-now";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { formatInstant } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { useClock, useReader } from "@/components/ui/reader";
import type { VisitCard } from "@/lib/domain/appointments/output";
import { routes } from "@/lib/site/routes";
import { dayEntries, minutesText } from "./day-rules";
import { patientLine, VisitFacts, VisitState } from "./visit-facts";
import { VisitSteps } from "./visit-steps";

type Props = { visits: VisitCard[]; timeZone: string; asOf: string; places: Record<string, string>; hasHours: boolean };

const OVER = new Set<VisitCard["status"]>(["CANCELLED", "DECLINED", "NO_SHOW", "LEFT", "EXPIRED"]);

/** Fewer closed visits than this are not folded. */
const MANY_CLOSED = 3;

/** The day from morning to evening: visits, gaps, and the current time, in the doctor's zone. */
export function DayTimeline({ visits, timeZone, asOf, places, hasHours }: Props) {
  const { locale } = useReader();
  const clock = useClock(timeZone);
  const now = useNow(asOf);
  const time = (instant: string) => formatInstant(instant, "time", { locale, clock });
  if (visits.length === 0) return <NoVisits hasHours={hasHours} />;
  const closed = visits.filter((visit) => isClosed(visit) && Date.parse(visit.start) <= now);
  const isFolded = closed.length >= MANY_CLOSED;
  const open = isFolded ? visits.filter((visit) => !closed.includes(visit)) : visits;
  const row = (visit: VisitCard) => <VisitRow key={visit.id} visit={visit} time={time} asOf={asOf} places={places} />;
  return (
    <>
      {isFolded ? (
        <details className="group mb-3">
          <summary className="touch-target flex w-fit list-none items-center gap-2 rounded-md py-1 pr-2 text-sm font-semibold text-quiet hover:text-ink">
            <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
            Earlier today: {closed.length} closed
          </summary>
          <ol className="mt-2 grid gap-2">{closed.map(row)}</ol>
        </details>
      ) : null}
      <ol className="grid gap-2">
        {dayEntries(open, now).map((entry) => {
          if (entry.kind === "now") return <NowLine key="now" now={new Date(now).toISOString()} time={time} />;
          if (entry.kind === "visit") return row(entry.visit);
          return (
            <li key={`gap-${entry.from}`} className="flex items-center gap-3 py-1 text-sm text-quiet">
              <span aria-hidden className="w-16 shrink-0" />
              <span aria-hidden className="ml-1 h-4 border-l-2 border-dotted border-line-strong" />
              {minutesText(entry.minutes)} free
            </li>
          );
        })}
      </ol>
    </>
  );
}

function isClosed({ status }: VisitCard): boolean {
  return OVER.has(status) || status === "COMPLETED";
}

type Time = (instant: string) => string;

function NowLine({ now, time }: { now: string; time: Time }) {
  return (
    <li className="flex items-center gap-3 py-1 text-sm font-semibold text-accent">
      <LocaleText as="time" dateTime={now} className="w-16 shrink-0 text-right whitespace-nowrap">
        {time(now)}
      </LocaleText>
      <span className="sr-only">is the time now</span>
      <span aria-hidden className="size-2 shrink-0 rounded-full bg-accent" />
      <span aria-hidden className="h-0.5 flex-1 rounded-full bg-accent" />
    </li>
  );
}

type RowProps = { visit: VisitCard; time: Time; asOf: string; places: Record<string, string> };

function VisitRow({ visit, time, asOf, places }: RowProps) {
  const isActive = visit.status === "CHECKED_IN" || visit.status === "IN_PROGRESS";
  return (
    <li className="flex gap-3" data-visit={visit.id}>
      <p className="w-16 shrink-0 pt-4 text-right text-sm whitespace-nowrap">
        <time
          dateTime={visit.start}
          className={cn("block font-semibold", OVER.has(visit.status) && "text-quiet line-through")}
        >
          {time(visit.start)}
        </time>
        <time dateTime={visit.end} className="block text-xs text-quiet">
          {time(visit.end)}
        </time>
      </p>
      <article
        aria-label={`${visit.patient.name}, ${time(visit.start)}`}
        className={cn(
          "min-w-0 flex-1 rounded-lg border bg-surface p-4",
          isActive ? "border-accent" : "border-line",
          isClosed(visit) && "bg-transparent",
        )}
      >
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-2">
          <div className="min-w-0">
            <h3 className="text-base">
              <Link href={routes.doctor.visit(visit.id)} className="hover:underline">
                {patientLine(visit)}
              </Link>
            </h3>
            <VisitFacts visit={visit} hasPlaces={Object.keys(places).length > 1} />
            <UnreadMark visit={visit.id} href={routes.doctor.conversation(visit.id)} />
          </div>
          <VisitState visit={visit} />
        </div>
        <div className="mt-3 has-[>:empty]:hidden">
          <VisitSteps visit={visit} asOf={asOf} places={places} />
        </div>
      </article>
    </li>
  );
}

function NoVisits({ hasHours }: { hasHours: boolean }) {
  return (
    <EmptyState
      icon={<CalendarCheck2 />}
      title={hasHours ? "Nothing booked today" : "You haven't set any hours yet"}
      text={hasHours ? "New bookings appear here at once." : "Patients can book you once you set your hours."}
      action={
        <Button asChild variant={hasHours ? "secondary" : "primary"}>
          <Link href={hasHours ? routes.doctor.calendar() : routes.doctor.hours()}>
            {hasHours ? "View the week" : "Set your hours"}
          </Link>
        </Button>
      }
    />
  );
}
