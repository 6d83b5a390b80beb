"use client";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { IntervalFields } from "@/components/ui/interval-fields";
import { useClock } from "@/components/ui/reader";
import { announceAwayAction, previewAwayAction } from "@/lib/domain/disruptions/actions";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { wallClock } from "@/lib/platform/time/wall-clock";
import type { AwayChoice } from "./absence-view";
import { AnnouncingDialog } from "./announcing-dialog";
import { ChoiceField } from "./choice-field";
import { DateRangeFields, useDateRange } from "./date-range-fields";
import { useAnnouncing } from "./use-announcing";

type Props = { choices: AwayChoice[]; portal: "doctor" | "hospital"; asOf: string };

/** Who, where and when; then who is affected and how each is told; then the days are closed. */
export function AwayDialog({ choices, portal, asOf }: Props) {
  const [chosen, setChosen] = useState(0);
  const { doctorId, hospitalId, timeZone } = choices[chosen]!;
  const today = wallClock(asOf, useClock(timeZone)).date;
  const time = useDays(today);
  const wanted = { doctorId, hospitalId, from: time.range.from, to: time.range.to, interval: time.interval };
  const state = useAnnouncing({
    preview: () => previewAwayAction(wanted),
    announce: () => announceAwayAction(wanted),
    done: "Closed. These days can no longer be booked.",
    portal,
  });
  return (
    <AnnouncingDialog
      state={state}
      titles={[portal === "doctor" ? "When are you away?" : "When is the doctor away?", "Close these days?"]}
      confirmLabel="Close these days"
      consequence="Nothing is cancelled. We'll ask them to choose another time."
    >
      <ChoiceField {...{ choices, chosen, portal }} onChoose={setChosen} />
      <DayFields time={time} today={today} errors={state.failure?.fields} />
    </AnnouncingDialog>
  );
}

/** The days, and the hours on each of them. */
function useDays(today: string) {
  const range = useDateRange(today);
  const [isPart, setPart] = useState(false);
  const [start, setStart] = useState("09:00");
  const [end, setEnd] = useState("12:00");
  return { range, isPart, setPart, start, setStart, end, setEnd, interval: isPart ? { start, end } : null };
}

type FieldsProps = {
  time: ReturnType<typeof useDays>;
  today: string;
  errors: readonly FieldError[] | undefined;
};

function DayFields({ time, today, errors }: FieldsProps) {
  return (
    <>
      <DateRangeFields range={time.range} today={today} errors={errors} />
      <Checkbox
        label="Only for some hours of each day"
        checked={time.isPart}
        onCheckedChange={(is) => time.setPart(is === true)}
      />
      {time.isPart ? <IntervalFields time={time} errors={errors} /> : null}
    </>
  );
}
