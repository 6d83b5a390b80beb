"use client";
import { weekdaysFrom } from "@/components/ui/reader-preferences";
import { useReader } from "@/components/ui/reader";
import { Checkbox } from "@/components/ui/checkbox";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import { TimeInput } from "@/components/ui/time-input";
import { weekdayName } from "@/lib/domain/waitlist/format";
import type { FieldError } from "@/lib/platform/errors/app-error";

export type WishDraft = { from: string; to: string; weekdays: number[]; startTime: string; endTime: string };
type Props = {
  draft: WishDraft;
  onChange: (draft: WishDraft) => void;
  today: string;
  /** The last day that makes sense: of the appointment it would replace. */
  last: string | null;
  errors: FieldError[] | undefined;
};
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day }));

/** When someone would come: dates, weekdays and hours. */
export function WishFields({ draft, onChange, today, last, errors }: Props) {
  const { weekStartsOn } = useReader();
  const set = (change: Partial<WishDraft>) => onChange({ ...draft, ...change });
  const toggle = (day: number, isOn: boolean) =>
    set({ weekdays: isOn ? [...draft.weekdays, day] : draft.weekdays.filter((one) => one !== day) });
  const until = last === null ? {} : { max: last };
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="First day" name="from" errors={errors}>
          <DatePicker value={draft.from} onValueChange={(from) => set({ from })} min={today} {...until} />
        </Field>
        <Field label="Last day" name="to" errors={errors}>
          <DatePicker value={draft.to} onValueChange={(to) => set({ to })} min={draft.from || today} {...until} />
        </Field>
      </div>
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-sm font-semibold">Days that suit you</legend>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {weekdaysFrom(weekStartsOn, WEEKDAYS).map(({ day }) => (
            <Checkbox
              key={day}
              label={weekdayName(day)}
              checked={draft.weekdays.includes(day)}
              onCheckedChange={(checked) => toggle(day, checked === true)}
            />
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-5">
        <Field label="Not before" name="startTime" errors={errors}>
          <TimeInput value={draft.startTime} onValueChange={(startTime) => set({ startTime })} />
        </Field>
        <Field label="Over by" name="endTime" errors={errors}>
          <TimeInput endOfDay value={draft.endTime} onValueChange={(endTime) => set({ endTime })} />
        </Field>
      </div>
    </>
  );
}
