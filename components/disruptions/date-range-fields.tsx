"use client";
import { useState } from "react";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import type { FieldError } from "@/lib/platform/errors/app-error";

/** The first and the last day, both today at first; the last never before the first. */
export function useDateRange(today: string) {
  const [from, setFirst] = useState(today);
  const [to, setTo] = useState(today);
  const setFrom = (date: string) => {
    setFirst(date);
    if (to < date) setTo(date);
  };
  return { from, setFrom, to, setTo };
}

type Props = {
  range: ReturnType<typeof useDateRange>;
  today: string;
  errors: readonly FieldError[] | undefined;
};

export function DateRangeFields({ range, today, errors }: Props) {
  return (
    <>
      <Field label="First day" name="from" errors={errors}>
        <DatePicker value={range.from} onValueChange={range.setFrom} min={today} today={today} />
      </Field>
      <Field label="Last day" name="to" errors={errors}>
        <DatePicker value={range.to} onValueChange={range.setTo} min={range.from} today={today} />
      </Field>
    </>
  );
}
