"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { FieldError } from "@/lib/platform/errors/app-error";
import type { HoursDraft } from "./hours-draft";

type MinutesKey = "slotMinutes" | "stepMinutes" | "bufferBeforeMinutes" | "bufferAfterMinutes";
type QuotaKey = "mostVisitsPerDay" | "mostVisitsPerPatientPerDay" | "mostNewPatientsPerDay";
type Choice = { value: string; label: string };

const NOTICES: Choice[] = [
  { value: "0", label: "at any time before" },
  { value: "30", label: "30 minutes before" },
  { value: "60", label: "1 hour before" },
  { value: "120", label: "2 hours before" },
  { value: "240", label: "4 hours before" },
  { value: "720", label: "12 hours before" },
  { value: "1440", label: "1 day before" },
  { value: "2880", label: "2 days before" },
  { value: "10080", label: "1 week before" },
];
const HORIZONS: Choice[] = [
  { value: "14", label: "2 weeks ahead" },
  { value: "30", label: "1 month ahead" },
  { value: "60", label: "2 months ahead" },
  { value: "90", label: "3 months ahead" },
  { value: "180", label: "6 months ahead" },
  { value: "365", label: "1 year ahead" },
];

/** The list including the current value, if it is an unusual one. */
function including(choices: Choice[], value: string, label: string): Choice[] {
  return choices.some((one) => one.value === value) ? choices : [...choices, { value, label }];
}

type Props = {
  draft: HoursDraft;
  onChange: (change: Partial<HoursDraft>) => void;
  errors: readonly FieldError[] | undefined;
};

/** How visits are laid out and booked, in plain words. */
export function VisitSettings(props: Props) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Lengths {...props} />
      <Notices {...props} />
      <Switch
        label="Confirm bookings at once"
        hint="Otherwise each one waits until you confirm it."
        checked={props.draft.autoConfirm}
        onCheckedChange={(autoConfirm) => props.onChange({ autoConfirm })}
      />
      <Quotas {...props} />
    </div>
  );
}

function Lengths(props: Props) {
  return (
    <>
      <Figure
        {...props}
        name="slotMinutes"
        label="Appointment length (minutes)"
        hint="Services with their own length keep it."
      />
      <Figure
        {...props}
        name="stepMinutes"
        label="Start times every (minutes)"
        hint="If empty, each starts when the last one ends."
        optional
        placeholder={props.draft.slotMinutes}
      />
      <Figure
        {...props}
        name="bufferBeforeMinutes"
        label="Break before each appointment (minutes)"
        hint="To prepare; never booked."
      />
      <Figure
        {...props}
        name="bufferAfterMinutes"
        label="Break after each appointment (minutes)"
        hint="To write notes; never booked."
      />
    </>
  );
}

function Notices({ draft, onChange, errors }: Props) {
  const { minNoticeMinutes, cancellationNoticeMinutes, horizonDays } = draft;
  return (
    <>
      <Field label="Booking closes" name="minNoticeMinutes" errors={errors}>
        <Select
          value={minNoticeMinutes}
          onValueChange={(value) => onChange({ minNoticeMinutes: value })}
          options={including(NOTICES, minNoticeMinutes, `${minNoticeMinutes} minutes before`)}
        />
      </Field>
      <Field
        label="Booking opens"
        name="horizonDays"
        errors={errors}
        hint="For patients. You and the front desk book up to a year ahead."
      >
        <Select
          value={horizonDays}
          onValueChange={(value) => onChange({ horizonDays: value })}
          options={including(HORIZONS, horizonDays, `${horizonDays} days ahead`)}
        />
      </Field>
      <Field
        label="Patients can cancel or reschedule until"
        name="cancellationNoticeMinutes"
        errors={errors}
        hint="Booked appointments keep the terms agreed."
      >
        <Select
          value={cancellationNoticeMinutes}
          onValueChange={(value) => onChange({ cancellationNoticeMinutes: value })}
          options={including(NOTICES, cancellationNoticeMinutes, `${cancellationNoticeMinutes} minutes before`)}
        />
      </Field>
    </>
  );
}

function Quotas(props: Props) {
  return (
    <>
      <Figure
        {...props}
        name="mostVisitsPerDay"
        label="Maximum appointments a day"
        hint="If empty, there's no limit. Walk-ins are extra."
        optional
      />
      <Figure
        {...props}
        name="mostVisitsPerPatientPerDay"
        label="Maximum appointments per patient a day"
        hint="For online booking. You and the front desk can book more."
        optional
      />
      <Figure
        {...props}
        name="mostNewPatientsPerDay"
        label="Maximum new patients a day"
        hint="Patients who haven't seen you before. Enter 0 to take no new patients online."
        optional
      />
    </>
  );
}

type FigureProps = Props & {
  name: MinutesKey | QuotaKey;
  label: string;
  hint: string;
  optional?: boolean;
  placeholder?: string;
};

function Figure({ draft, onChange, errors, name, label, hint, optional = false, placeholder = "" }: FigureProps) {
  return (
    <Field label={label} name={name} hint={hint} errors={errors} optional={optional}>
      <Input
        inputMode="numeric"
        className="w-28 tabular"
        maxLength={4}
        value={draft[name]}
        placeholder={placeholder}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  );
}
