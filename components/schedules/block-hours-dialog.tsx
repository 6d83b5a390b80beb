"use client";
import { useState } from "react";
import { BackButton } from "@/components/ui/back-button";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DatePicker } from "@/components/ui/date-picker";
import { DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { formatDate, placeOf } from "@/components/ui/format-instant";
import { FormMessage } from "@/components/ui/form-message";
import { IntervalFields } from "@/components/ui/interval-fields";
import { useClock, useReader } from "@/components/ui/reader";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { wallClock } from "@/lib/platform/time/wall-clock";
import { DisplacedList } from "./displaced-list";
import { useBlocking, useTimeToBlock } from "./use-blocking";

export type BlockablePlace = { scheduleId: string; name: string; timeZone: string };

type Props = { places: BlockablePlace[]; asOf: string; date?: string | undefined; onDone: () => void };

/** Date, part of the day and places; then who is affected; then done. */
export function BlockHoursDialog({ places, asOf, date: wantedDate, onDone }: Props) {
  const { locale } = useReader();
  const zone = places[0]?.timeZone ?? "UTC";
  const now = wallClock(asOf, useClock(zone));
  const time = useTimeToBlock(now, wantedDate);
  const { date } = time;
  const [chosen, setChosen] = useState(() => places.map(({ scheduleId }) => scheduleId));
  const { displaced, goBack, failure, isBusy, next } = useBlocking(
    { scheduleIds: chosen, date, interval: time.interval },
    onDone,
  );
  return (
    <DialogContent
      title={displaced ? "Block this time anyway?" : "Block time"}
      description={
        displaced
          ? formatDate(date, "long-date", locale)
          : "Patients won't be able to book it. Your weekly hours stay the same."
      }
      footer={
        <>
          <BackButton isBusy={isBusy} onBack={displaced ? goBack : undefined} />
          <Button type="submit" form="block-hours" pending={isBusy} disabled={chosen.length === 0}>
            {displaced ? "Block and notify them" : "Block this time"}
          </Button>
        </>
      }
    >
      <form
        id="block-hours"
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        {failure ? <FormMessage title={failure.message} /> : null}
        {displaced ? (
          <DisplacedList visits={displaced} timeZone={zone} />
        ) : (
          <>
            <TimeFields time={time} today={now.date} errors={failure?.fields} />
            {places.length > 1 ? <PlaceBoxes places={places} chosen={chosen} onChange={setChosen} /> : null}
          </>
        )}
      </form>
    </DialogContent>
  );
}

type TimeFieldsProps = {
  time: ReturnType<typeof useTimeToBlock>;
  today: string;
  errors: readonly FieldError[] | undefined;
};

function TimeFields({ time, today, errors }: TimeFieldsProps) {
  const { extent } = time;
  return (
    <>
      <Field label="Day">
        <DatePicker value={time.date} onValueChange={time.setDate} min={today} today={today} />
      </Field>
      <SegmentedControl
        label="How long"
        value={extent}
        onValueChange={time.setExtent}
        segments={[
          { value: "afternoon", label: "Afternoon" },
          { value: "part", label: "From – to" },
          { value: "day", label: "All day" },
        ]}
      />
      {extent === "part" ? <IntervalFields time={time} errors={errors} /> : null}
      {extent === "afternoon" ? <p className="text-sm text-quiet">From 13:00 until midnight.</p> : null}
    </>
  );
}

type BoxesProps = { places: BlockablePlace[]; chosen: string[]; onChange: (ids: string[]) => void };

function PlaceBoxes({ places, chosen, onChange }: BoxesProps) {
  const hasZones = new Set(places.map(({ timeZone }) => timeZone)).size > 1;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-semibold">Where</legend>
      {places.map(({ scheduleId, name, timeZone }) => (
        <Checkbox
          key={scheduleId}
          label={name}
          {...(hasZones ? { hint: `${placeOf(timeZone)} time` } : {})}
          checked={chosen.includes(scheduleId)}
          onCheckedChange={(is) =>
            onChange(is === true ? [...chosen, scheduleId] : chosen.filter((id) => id !== scheduleId))
          }
        />
      ))}
    </fieldset>
  );
}
