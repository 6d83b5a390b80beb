"use client";
import { CalendarOff, CalendarPlus, CalendarSync, CalendarX2, Plus, X, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Calendar } from "@/components/ui/calendar";
import { formatDate } from "@/components/ui/format-instant";
import { IconButton } from "@/components/ui/icon-button";
import { useReader } from "@/components/ui/reader";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { newException, newInterval, type DraftException, type DraftInterval } from "./hours-draft";
import { IntervalRow } from "./interval-row";

type Kind = { label: string; icon: LucideIcon; make: () => Pick<DraftException, "kind" | "intervals"> };

const KINDS: Kind[] = [
  { label: "Other hours instead", icon: CalendarSync, make: () => ({ kind: "replace", intervals: [newInterval()] }) },
  {
    label: "Extra hours",
    icon: CalendarPlus,
    make: () => ({ kind: "add", intervals: [newInterval("18:00", "20:00")] }),
  },
  {
    label: "Close part of the day",
    icon: CalendarX2,
    make: () => ({ kind: "block", intervals: [newInterval("13:00", "17:00")] }),
  },
];

function nameOf({ kind, intervals }: DraftException): string {
  if (kind === "add") return "Extra hours";
  if (kind === "block") return intervals === null ? "Closed all day" : "Closed for part of the day";
  return intervals?.length ? "Other hours instead" : "Day off";
}

type Props = {
  exceptions: DraftException[];
  /** Today's date at the place; earlier exceptions are kept, but hidden. */
  today: string;
  onChange: (exceptions: DraftException[]) => void;
  errors: readonly FieldError[] | undefined;
};

/** Single days that differ from the week: chosen on a calendar, edited beside it. */
export function ExceptionsEditor({ exceptions, today, onChange, errors }: Props) {
  const { locale } = useReader();
  const [date, setDate] = useState(today);
  const change = (key: number, intervals: DraftInterval[]) =>
    onChange(exceptions.map((one) => (one.key === key ? { ...one, intervals } : one)));
  const coming = exceptions.filter((one) => one.date >= today);
  const onDate = exceptions.filter((one) => one.date === date);
  return (
    <div className="grid gap-6 md:grid-cols-[auto_minmax(0,1fr)]">
      <div className="grid content-start justify-items-center rounded-md border border-line p-3">
        <Calendar
          value={date}
          today={today}
          min={today}
          marked={coming.map((one) => one.date)}
          onValueChange={setDate}
        />
        <p className="mt-2 text-sm text-quiet">A dot marks days with exceptions.</p>
      </div>
      <div className="grid content-start gap-4">
        <h3 className="text-base" aria-live="polite">
          {formatDate(date, "long-date", locale)}
        </h3>
        {onDate.length === 0 ? <p className="-mt-2 text-sm text-quiet">Regular hours apply.</p> : null}
        {onDate.map((exception) => (
          <ExceptionCard
            key={exception.key}
            exception={exception}
            path={`exceptions.${exceptions.indexOf(exception)}`}
            of={formatDate(exception.date, "date", locale)}
            errors={errors}
            onChange={(intervals) => change(exception.key, intervals)}
            onRemove={() => onChange(exceptions.filter(({ key }) => key !== exception.key))}
          />
        ))}
        <DayChanges date={date} exceptions={exceptions} onChange={onChange} />
        <OtherDays exceptions={coming.filter((one) => one.date !== date)} onChoose={setDate} />
      </div>
    </div>
  );
}

function DayChanges({ date, exceptions, onChange }: { date: string } & Pick<Props, "exceptions" | "onChange">) {
  const { locale } = useReader();
  const add = (made: ReturnType<Kind["make"]>) => onChange([...exceptions, newException(date, made)]);
  const isDayOff = (one: DraftException) => one.date === date && one.kind === "replace" && one.intervals?.length === 0;
  const offDays = exceptions.filter(isDayOff);
  // Off or not: pressed again it is a working day.
  const toggleDayOff = () =>
    offDays.length > 0 ? onChange(exceptions.filter((one) => !isDayOff(one))) : add({ kind: "replace", intervals: [] });
  return (
    <div role="group" aria-label={`Change ${formatDate(date, "long-date", locale)}`} className="flex flex-wrap gap-2">
      <Button variant="secondary" size="sm" aria-pressed={offDays.length > 0} onClick={toggleDayOff}>
        <CalendarOff aria-hidden /> Day off
      </Button>
      {KINDS.map((kind) => (
        <Button key={kind.label} variant="secondary" size="sm" onClick={() => add(kind.make())}>
          <kind.icon aria-hidden /> {kind.label}
        </Button>
      ))}
    </div>
  );
}

function OtherDays({ exceptions, onChoose }: { exceptions: DraftException[]; onChoose: (date: string) => void }) {
  const { locale } = useReader();
  const dates = [...new Set(exceptions.map((one) => one.date))].sort();
  if (dates.length === 0) return null;
  return (
    <div className="border-t border-line pt-4">
      <h3 className="mb-2 text-sm font-semibold">Other exceptions</h3>
      <ul className="flex flex-wrap gap-2">
        {dates.map((date) => (
          <li key={date}>
            <Button variant="quiet" size="sm" className="border border-line" onClick={() => onChoose(date)}>
              {formatDate(date, "date", locale)}
              <span className="font-normal text-quiet">
                {exceptions
                  .filter((one) => one.date === date)
                  .map(nameOf)
                  .join(", ")}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

type CardProps = {
  exception: DraftException;
  path: string;
  of: string;
  errors: readonly FieldError[] | undefined;
  onChange: (intervals: DraftInterval[]) => void;
  onRemove: () => void;
};

function ExceptionCard({ exception, path, of, errors, onChange, onRemove }: CardProps) {
  const { intervals } = exception;
  return (
    <div className="rounded-md border border-line p-3">
      <div className="flex items-center justify-between gap-2">
        <p className="font-semibold">{nameOf(exception)}</p>
        <IconButton label={`Remove: ${nameOf(exception)}, ${of}`} size="sm" onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      </div>
      {intervals?.length ? (
        <div className="mt-2 grid gap-2">
          {intervals.map((interval, index) => (
            <IntervalRow
              key={interval.key}
              interval={interval}
              of={of}
              errors={errors}
              path={`${path}.intervals.${index}`}
              onChange={(span) =>
                onChange(intervals.map((one) => (one.key === interval.key ? { ...one, ...span } : one)))
              }
              onRemove={
                intervals.length > 1 ? () => onChange(intervals.filter(({ key }) => key !== interval.key)) : undefined
              }
            />
          ))}
          <Button
            variant="quiet"
            size="sm"
            className="justify-self-start"
            onClick={() => onChange([...intervals, newInterval("18:00", "20:00")])}
          >
            <Plus aria-hidden /> Add<span className="sr-only"> another stretch on {of}</span>
          </Button>
        </div>
      ) : null}
    </div>
  );
}
