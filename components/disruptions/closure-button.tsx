"use client";
import { DoorClosed } from "lucide-react";
import { useState } from "react";
import { DialogButton } from "@/components/ui/dialog-button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { useClock } from "@/components/ui/reader";
import { announceClosureAction, previewClosureAction } from "@/lib/domain/disruptions/actions";
import { wallClock } from "@/lib/platform/time/wall-clock";
import { AnnouncingDialog } from "./announcing-dialog";
import { DateRangeFields, useDateRange } from "./date-range-fields";
import { useAnnouncing } from "./use-announcing";

type Props = {
  hospital: { id: string; timeZone: string };
  /** Hidden where there is none. */
  departments: { id: string; name: string }[];
  /** When the page was read, ISO. */
  asOf: string;
};

/** Closes a department for some days, after showing who is affected. */
export function ClosureButton(props: Props) {
  if (props.departments.length === 0) return null;
  return (
    <DialogButton icon={<DoorClosed aria-hidden />} label="Close a department">
      {() => <ClosureDialog {...props} />}
    </DialogButton>
  );
}

function ClosureDialog({ hospital, departments, asOf }: Props) {
  const [departmentId, setDepartment] = useState(departments[0]!.id);
  const today = wallClock(asOf, useClock(hospital.timeZone)).date;
  const range = useDateRange(today);
  const wanted = { hospitalId: hospital.id, departmentId, from: range.from, to: range.to };
  const state = useAnnouncing({
    preview: () => previewClosureAction(wanted),
    announce: () => announceClosureAction(wanted),
    done: "Closed. Its doctors can no longer be booked on these days.",
    portal: "hospital",
  });
  return (
    <AnnouncingDialog
      state={state}
      titles={["Which department is closed, and when?", "Close the department?"]}
      confirmLabel="Close the department"
      consequence="Nothing is cancelled. We'll ask them to choose another time."
    >
      <Field label="Department" hint="None of its doctors can be booked at this hospital on these days.">
        <NativeSelect
          value={departmentId}
          onChange={(event) => setDepartment(event.target.value)}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <DateRangeFields range={range} today={today} errors={state.failure?.fields} />
    </AnnouncingDialog>
  );
}
