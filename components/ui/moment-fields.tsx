"use client";
import { useState } from "react";
import { parseClockTime } from "@/components/ui/clock-time";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import { RadioGroup, RadioPill } from "@/components/ui/radio-group";
import { useReader } from "@/components/ui/reader";
import { TimeInput } from "@/components/ui/time-input";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { clockOf, instantAt, minutesOf, wallClock } from "@/lib/platform/time/wall-clock";

const HALF_HOUR = 30;

/** An instant of the reader's clock, or none; at first `initial`, else the next half hour. */
export function useMoment(asOf: string, initial: string | null) {
  const { clock } = useReader();
  const now = wallClock(asOf, clock);
  const first = initial ? wallClock(initial, clock) : null;
  const [isTimed, setTimed] = useState(initial !== null);
  const [date, setDate] = useState(first?.date ?? now.date);
  const next = Math.min(Math.ceil((now.minutes + 1) / HALF_HOUR) * HALF_HOUR, 24 * 60 - 1);
  const [time, setTime] = useState(clockOf(first?.minutes ?? next));
  const parsed = parseClockTime(time);
  return {
    ...{ isTimed, setTimed, date, setDate, time, setTime, today: now.date },
    /** Null: without one, or while the time can't be read. */
    instant: isTimed && parsed !== undefined ? instantAt(date, minutesOf(parsed), clock) : null,
    isWrong: isTimed && parsed === undefined,
  };
}

type Props = {
  moment: ReturnType<typeof useMoment>;
  label: string;
  name: string;
  /** What none means, and what one means: "Now", "Later". */
  choices: readonly [string, string];
  errors: readonly FieldError[] | undefined;
};

/** None, or a day and a time. */
export function MomentFields({ moment, label, name, choices, errors }: Props) {
  const { isTimed, setTimed } = moment;
  return (
    <div className="grid gap-3">
      <Field label={label} name={name} errors={errors}>
        <RadioGroup
          value={isTimed ? "timed" : "none"}
          onValueChange={(value) => setTimed(value === "timed")}
          className="flex flex-wrap gap-2"
        >
          <RadioPill value="none">{choices[0]}</RadioPill>
          <RadioPill value="timed">{choices[1]}</RadioPill>
        </RadioGroup>
      </Field>
      {isTimed ? <DayAndTime moment={moment} label={label} /> : null}
    </div>
  );
}

/** A day and a time, side by side. */
export function DayAndTime({ moment, label, error }: Pick<Props, "moment" | "label"> & { error?: string | undefined }) {
  const { date, setDate, time, setTime, today, isWrong } = moment;
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={`${label}: day`} error={error}>
        <DatePicker value={date} onValueChange={setDate} min={today} today={today} />
      </Field>
      <Field label={`${label}: time`} error={isWrong ? "Enter a time such as 14:30" : undefined}>
        <TimeInput value={time} onValueChange={setTime} />
      </Field>
    </div>
  );
}
