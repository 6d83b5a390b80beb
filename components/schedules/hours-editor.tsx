"use client";
import { useEffect, useRef } from "react";
import { TimeZoneChoice } from "./time-zone-choice";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConflictMessage } from "@/components/ui/conflict-message";
import { placeOf } from "@/components/ui/format-instant";
import { FormMessage } from "@/components/ui/form-message";
import { Section } from "@/components/ui/section";
import { DisplacedList } from "./displaced-list";
import { ExceptionsEditor } from "./exceptions-editor";
import { inputOf, type HoursBase } from "./hours-draft";
import { useHours } from "./use-hours";
import { VisitSettings } from "./visit-settings";
import { WeekPreview } from "./week-preview";
import { WeeklyHours } from "./weekly-hours";

type Props = {
  stored: HoursBase;
  placeName: string;
  /** Today's date at the place. */
  today: string;
  onDirty: (isDirty: boolean) => void;
};

/** The hours at one place: the week, the exceptions, how visits are booked. Saved as a whole. */
export function HoursEditor({ stored, placeName, today, onDirty }: Props) {
  const hours = useHours(stored);
  const { draft, isDirty, errors, failure, change } = hours;
  const form = useFocusOnFault(failure);
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        hours.save();
      }}
    >
      <Section title="Every week" text={`${placeOf(draft.timeZone)} time.`}>
        <Card>
          <WeeklyHours rules={draft.rules} onChange={(rules) => change({ rules })} errors={errors} />
        </Card>
        <div className="mt-4">
          <WeekPreview input={inputOf(draft, null)} />
        </div>
      </Section>
      <Section title="Exceptions" text="Holidays, a free afternoon, an extra evening.">
        <Card>
          <ExceptionsEditor
            exceptions={draft.exceptions}
            today={today}
            onChange={(exceptions) => change({ exceptions })}
            errors={errors}
          />
        </Card>
      </Section>
      <Section title="Appointments and booking">
        <Card>
          <VisitSettings draft={draft} onChange={change} errors={errors} />
          {draft.hospitalId === null ? (
            <div className="mt-5 border-t border-line pt-5 sm:w-1/2 sm:pr-2.5">
              <TimeZoneChoice value={draft.timeZone} onChange={(timeZone) => change({ timeZone })} errors={errors} />
            </div>
          ) : null}
        </Card>
      </Section>
      {stored.id ? <EndHours hours={hours} placeName={placeName} /> : null}
      <SaveBar hours={hours} isNew={stored.id === null} />
      <ConfirmChange hours={hours} placeName={placeName} />
    </form>
  );
}

type Hours = ReturnType<typeof useHours>;

/** A refusal focuses the first field it is about. */
function useFocusOnFault(failure: Hours["failure"]) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const faulty = failure?.fields ? form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') : null;
    faulty?.focus({ preventScroll: true });
    faulty?.scrollIntoView({ block: "center" });
  }, [failure]);
  return form;
}

function EndHours({ hours, placeName }: { hours: Hours; placeName: string }) {
  return (
    <Section
      title="End these hours"
      text="Booked appointments stay. Their patients will be asked to choose another time."
    >
      <Button
        variant="secondary"
        onClick={hours.askToEnd}
        disabled={hours.isBusy}
        className="h-auto min-h-10 max-w-full py-2 whitespace-normal"
      >
        Stop seeing patients at {placeName}
      </Button>
    </Section>
  );
}

/** Asks before appointments fall outside the hours, and shows which. */
function ConfirmChange({ hours: { asked, answer, draft }, placeName }: { hours: Hours; placeName: string }) {
  if (!asked) return null;
  const isEnd = asked.what === "end";
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : void answer(false))}
      title={isEnd ? `Stop seeing patients at ${placeName}?` : "Save although appointments fall outside?"}
      text={isEnd ? "Patients can no longer book you here." : "Some booked appointments fall outside the new hours."}
      confirmLabel={isEnd ? "End these hours" : "Save and notify them"}
      tone={isEnd ? "danger" : "primary"}
      onConfirm={() => answer(true)}
    >
      <DisplacedList visits={asked.visits} timeZone={draft.timeZone} />
    </ConfirmDialog>
  );
}

function SaveBar({ hours, isNew }: { hours: Hours; isNew: boolean }) {
  const { isDirty, isBusy, failure, hasConflict } = hours;
  if (!isDirty && !isNew && !failure) return null;
  return (
    <div className="sticky bottom-20 z-20 mt-8 grid gap-3 rounded-lg border border-line bg-raised p-4 shadow-raised lg:bottom-4">
      {hasConflict ? (
        <ConflictMessage
          title="These hours were changed in another window"
          onTakeOther={hours.takeOther}
          onKeepMine={hours.keepMine}
        />
      ) : failure && failure.code !== "version-mismatch" ? (
        <FormMessage title={failure.code === "invalid" ? "There is a problem" : failure.message}>
          {failure.fields?.length ? "Check the fields marked above." : "Nothing was changed."}
        </FormMessage>
      ) : null}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p role="status" className="mr-auto text-sm text-quiet">
          {isDirty ? "Not saved yet" : isNew ? "Nothing here yet" : "Saved"}
        </p>
        <Button variant="quiet" onClick={hours.discard} disabled={!isDirty || isBusy}>
          Discard
        </Button>
        <Button type="submit" pending={isBusy} disabled={hasConflict || (!isDirty && !isNew)}>
          Save hours
        </Button>
      </div>
    </div>
  );
}
