"use client";
import { ChevronDown, Users } from "lucide-react";
import { useState } from "react";
import { LocaleText } from "@/components/ui/locale-text";
import { NativeSelect } from "@/components/ui/native-select";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { formatInstant } from "@/components/ui/format-instant";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { useReader } from "@/components/ui/reader";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { WalkInDoctor } from "@/lib/domain/appointments/list-walk-in-times";

export type WalkInChoice = { departmentId: string | null; doctorId: string | null; when: "NEXT" | "NOW" };

type Props = {
  doctors: WalkInDoctor[];
  departments: { id: string; name: string }[];
  choice: WalkInChoice;
  onChoose: (choice: WalkInChoice) => void;
};

const FIRST = "first";
/** More are one click away: on a phone the button stays in reach. */
const SOONEST = 4;

/** First available, of all or of a department, or one doctor; and, where possible, right now. */
export function WalkInTimes({ doctors, departments, choice, onChoose }: Props) {
  const { departmentId, doctorId } = choice;
  const shown = departmentId ? doctors.filter((one) => one.departmentId === departmentId) : doctors;
  const meant = doctorId ? shown.filter((one) => one.doctorId === doctorId) : shown;
  return (
    <>
      {departments.length > 0 ? (
        <Field label="Department">
          <NativeSelect
            empty="All departments"
            value={departmentId ?? ""}
            onChange={(event) => onChoose({ departmentId: event.target.value || null, doctorId: null, when: "NEXT" })}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      ) : null}
      <DoctorChoice
        doctors={shown}
        chosen={doctorId}
        onChoose={(id) => onChoose({ departmentId, doctorId: id, when: "NEXT" })}
      />
      <NextOrNow doctors={meant} when={choice.when} onChoose={(when) => onChoose({ ...choice, when })} />
    </>
  );
}

type DoctorChoiceProps = { doctors: WalkInDoctor[]; chosen: string | null; onChoose: (id: string | null) => void };

function DoctorChoice({ doctors, chosen, onChoose }: DoctorChoiceProps) {
  const reader = useReader();
  const time = (instant: string) => formatInstant(instant, "time", reader);
  const [isAll, setAll] = useState(false);
  const offered = isAll ? doctors : doctors.filter((one, index) => index < SOONEST || one.doctorId === chosen);
  const first = doctors.find(({ next }) => next);
  return (
    <>
      <Field label="Doctor">
        <RadioGroup value={chosen ?? FIRST} onValueChange={(value) => onChoose(value === FIRST ? null : value)}>
          <RadioCard value={FIRST} icon={<Users />} label="First available" hint={firstHint(first, time)} />
          {offered.map((one) => (
            <RadioCard
              key={one.doctorId}
              value={one.doctorId}
              label={one.name}
              disabled={!one.next && !one.gap}
              hint={<LocaleText>{hintOf(one, time)}</LocaleText>}
            />
          ))}
        </RadioGroup>
      </Field>
      {offered.length < doctors.length ? (
        <Button variant="quiet" size="sm" className="justify-self-start" onClick={() => setAll(true)}>
          <ChevronDown aria-hidden /> {`All ${doctors.length} doctors on duty`}
        </Button>
      ) : null}
    </>
  );
}

type When = WalkInChoice["when"];
type NextOrNowProps = { doctors: WalkInDoctor[]; when: When; onChoose: (when: When) => void };

/** Asks only where one of them is free right now. */
function NextOrNow({ doctors, when, onChoose }: NextOrNowProps) {
  const reader = useReader();
  const time = (instant: string) => formatInstant(instant, "time", reader);
  const first = doctors.find(({ next }) => next);
  const gap = doctors.find((one) => one.gap)?.gap;
  if (!gap) return null;
  return (
    <div className="grid gap-1.5">
      <SegmentedControl
        label="When"
        value={when}
        onValueChange={onChoose}
        className="justify-self-start"
        segments={[
          {
            value: "NEXT",
            label: <LocaleText>{first?.next ? `Next time, ${time(first.next.start)}` : "Next time"}</LocaleText>,
            disabled: !first,
          },
          { value: "NOW", label: <LocaleText>Now, until {time(gap.end)}</LocaleText> },
        ]}
      />
      <p className="text-sm text-quiet">
        {when === "NOW"
          ? "Between the published times. It begins now and doesn't affect booked appointments."
          : "The next available time."}
      </p>
    </div>
  );
}

function firstHint(first: WalkInDoctor | undefined, time: (instant: string) => string) {
  return (
    <LocaleText>{first?.next ? `${time(first.next.start)} with ${first.name}` : "No times left today"}</LocaleText>
  );
}

/** "10:30 · free now until 10:25" */
function hintOf({ next, gap }: WalkInDoctor, time: (instant: string) => string): string {
  const parts = [next ? time(next.start) : null, gap ? `free now until ${time(gap.end)}` : null].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : "No times left today";
}
