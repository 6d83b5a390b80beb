"use client";
import { Plus } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { useReader } from "@/components/ui/reader";
import { weekdaysFrom } from "@/components/ui/reader-preferences";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { CopyDayMenu } from "./copy-day-menu";
import { addedRule, copyDay, WEEKDAYS, type DraftRule, type Weekday } from "./hours-draft";
import { IntervalRow } from "./interval-row";
import { ValidityButton } from "./validity-button";

type Props = { rules: DraftRule[]; onChange: (rules: DraftRule[]) => void; errors: readonly FieldError[] | undefined };

/** The week, day by day, with as many intervals as needed. */
export function WeeklyHours({ rules, onChange, errors }: Props) {
  const { weekStartsOn } = useReader();
  const list = useRef<HTMLUListElement>(null);
  const remove = (rule: DraftRule) => {
    onChange(rules.filter(({ key }) => key !== rule.key));
    // The row is removed with its button: its day gets the focus.
    list.current?.querySelector<HTMLElement>(`[data-add="${rule.weekday}"]`)?.focus();
  };
  return (
    <ul ref={list} className="divide-y divide-line">
      {weekdaysFrom(weekStartsOn, WEEKDAYS).map(({ day, name }) => (
        <Day key={day} day={day} name={name} rules={rules} onChange={onChange} onRemove={remove} errors={errors} />
      ))}
    </ul>
  );
}

type DayProps = Props & { day: Weekday; name: string; onRemove: (rule: DraftRule) => void };

function Day({ day, name, rules, onChange, onRemove, errors }: DayProps) {
  const own = rules.filter(({ weekday }) => weekday === day);
  const change = (key: number, with_: Partial<DraftRule>) =>
    onChange(rules.map((rule) => (rule.key === key ? { ...rule, ...with_ } : rule)));
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0 sm:grid-cols-[7rem_minmax(0,1fr)_auto]">
      <p className="self-start pt-2 font-semibold">
        {name}
        {own.length === 0 ? <span className="ml-2 text-sm font-normal text-quiet sm:hidden">closed</span> : null}
      </p>
      <div className="grid content-start gap-2 max-sm:order-last max-sm:col-span-2 max-sm:empty:hidden">
        {own.length === 0 ? <p className="pt-2 text-sm text-quiet max-sm:hidden">Closed</p> : null}
        {own.map((rule) => (
          <IntervalRow
            key={rule.key}
            interval={rule}
            of={name}
            errors={errors}
            path={`rules.${rules.indexOf(rule)}`}
            onChange={(span) => change(rule.key, span)}
            onRemove={() => onRemove(rule)}
          >
            <ValidityButton rule={rule} of={name} onChange={(dates) => change(rule.key, dates)} />
          </IntervalRow>
        ))}
      </div>
      <div className="flex items-start justify-end gap-1">
        <Button variant="quiet" size="sm" data-add={day} onClick={() => onChange([...rules, addedRule(rules, day)])}>
          <Plus aria-hidden /> Add<span className="sr-only"> hours on {name}</span>
        </Button>
        {own.length > 0 ? (
          <CopyDayMenu from={day} name={name} onCopy={(days) => onChange(copyDay(rules, day, days))} />
        ) : null}
      </div>
    </li>
  );
}
