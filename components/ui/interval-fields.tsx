"use client";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { Field } from "./field";
import { TimeInput } from "./time-input";

type Props = {
  time: { start: string; end: string; setStart: (time: string) => void; setEnd: (time: string) => void };
  errors: readonly FieldError[] | undefined;
};

/** From when to when on a day, as `interval` in what is sent. */
export function IntervalFields({ time, errors }: Props) {
  return (
    <div className="flex items-start gap-4">
      <Field label="From" name="interval.start" errors={errors}>
        <TimeInput value={time.start} onValueChange={time.setStart} />
      </Field>
      <Field label="To" name="interval.end" errors={errors}>
        <TimeInput value={time.end} onValueChange={time.setEnd} endOfDay />
      </Field>
    </div>
  );
}
