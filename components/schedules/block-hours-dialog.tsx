"use client";
import { useState, useTransition } from "react";
import { announceDoneToMany } from "@/components/contacts/announce-done";
import { useShowChange } from "@/components/realtime/use-show-change";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DatePicker } from "@/components/ui/date-picker";
import { DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { formatDate, placeOf } from "@/components/ui/format-instant";
import { FormMessage } from "@/components/ui/form-message";
import { useClock, useReader } from "@/components/ui/reader";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TimeInput } from "@/components/ui/time-input";
import { blockHoursAction, previewBlockAction } from "@/lib/domain/schedules/actions";
import type { BlockInput, NamedVisit } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { DisplacedList } from "./displaced-list";
import { clockOf, wallClock } from "@/lib/platform/time/wall-clock";

export type BlockablePlace = { scheduleId: string; name: string; timeZone: string };
type Extent = "afternoon" | "part" | "day";

const NOON = 13 * 60;
type Props = { places: BlockablePlace[]; asOf: string; date?: string | undefined; onDone: () => void };

/** Date, part of the day and places; then who is affected; then done. */
export function BlockHoursDialog({ places, asOf, date: wantedDate, onDone }: Props) {
  const show = useShowChange();
  const { locale } = useReader();
  const zone = places[0]?.timeZone ?? "UTC";
  const now = wallClock(asOf, useClock(zone));
  const [date, setDate] = useState(wantedDate && wantedDate >= now.date ? wantedDate : now.date);
  const isToday = date === now.date;
  const nextHour = clockOf(Math.min(1380, Math.ceil(now.minutes / 60) * 60));
  const [extent, setExtent] = useState<Extent>(isToday && now.minutes >= NOON ? "part" : "afternoon");
  const [start, setStart] = useState(isToday && now.minutes >= NOON ? nextHour : "09:00");
  const [end, setEnd] = useState(isToday && now.minutes >= NOON ? "24:00" : "12:00");
  const [chosen, setChosen] = useState(() => places.map(({ scheduleId }) => scheduleId));
  const [displaced, setDisplaced] = useState<NamedVisit[]>();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isBusy, startWork] = useTransition();

  const input: BlockInput = { scheduleIds: chosen, date, interval: intervalOf(extent, start, end) };
  const block = async () => {
    const result = await tryAction(() => blockHoursAction(input));
    if (!result.ok) return setFailure(result.error);
    announceDoneToMany(
      "Blocked. This time can no longer be booked.",
      result.data.notified,
      `${formatDate(date, "long-date", locale)}.`,
    );
    onDone();
    void show(result);
  };
  const next = () =>
    startWork(async () => {
      setFailure(undefined);
      if (displaced) return block();
      const preview = await tryAction(() => previewBlockAction(input));
      if (!preview.ok) return setFailure(preview.error);
      if (preview.data.some(({ isMarked }) => !isMarked)) setDisplaced(preview.data);
      else await block();
    });

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
          {displaced ? (
            <Button variant="secondary" disabled={isBusy} onClick={() => setDisplaced(undefined)}>
              Back
            </Button>
          ) : (
            <DialogClose asChild>
              <Button variant="secondary" disabled={isBusy}>
                Back
              </Button>
            </DialogClose>
          )}
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
            <Field label="Day">
              <DatePicker value={date} onValueChange={setDate} min={now.date} today={now.date} />
            </Field>
            <SegmentedControl
              label="How long"
              value={extent}
              onValueChange={setExtent}
              segments={[
                { value: "afternoon", label: "Afternoon" },
                { value: "part", label: "From – to" },
                { value: "day", label: "All day" },
              ]}
            />
            {extent === "part" ? (
              <div className="flex items-start gap-4">
                <Field label="From" name="interval.start" errors={failure?.fields}>
                  <TimeInput value={start} onValueChange={setStart} />
                </Field>
                <Field label="To" name="interval.end" errors={failure?.fields}>
                  <TimeInput value={end} onValueChange={setEnd} endOfDay />
                </Field>
              </div>
            ) : null}
            {extent === "afternoon" ? <p className="text-sm text-quiet">From 13:00 until midnight.</p> : null}
            {places.length > 1 ? <PlaceBoxes places={places} chosen={chosen} onChange={setChosen} /> : null}
          </>
        )}
      </form>
    </DialogContent>
  );
}

function intervalOf(extent: Extent, start: string, end: string): BlockInput["interval"] {
  if (extent === "day") return null;
  return extent === "afternoon" ? { start: clockOf(NOON), end: "24:00" } : { start, end };
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
