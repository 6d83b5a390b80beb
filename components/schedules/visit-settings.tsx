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
export function VisitSettings({ draft, onChange, errors }: Props) {
  const figure = (name: MinutesKey | QuotaKey, label: string, hint: string, optional = false, placeholder = "") => (
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
  const { minNoticeMinutes, cancellationNoticeMinutes, horizonDays } = draft;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {figure("slotMinutes", "Appointment length (minutes)", "Services with their own length keep it.")}
      {figure(
        "stepMinutes",
        "Start times every (minutes)",
        "If empty, each starts when the last one ends.",
        true,
        draft.slotMinutes,
      )}
      {figure("bufferBeforeMinutes", "Break before each appointment (minutes)", "To prepare; never booked.")}
      {figure("bufferAfterMinutes", "Break after each appointment (minutes)", "To write notes; never booked.")}
      <Field label="Booking closes" name="minNoticeMinutes" errors={errors}>
        <Select
          value={minNoticeMinutes}
          onValueChange={(value) => onChange({ minNoticeMinutes: value })}
          options={including(NOTICES, minNoticeMinutes, `${minNoticeMinutes} minutes before`)}
        />
      </Field>
      <Field label="Booking opens" name="horizonDays" errors={errors}>
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
      <Switch
        label="Confirm bookings at once"
        hint="Otherwise each one waits until you confirm it."
        checked={draft.autoConfirm}
        onCheckedChange={(autoConfirm) => onChange({ autoConfirm })}
      />
      {figure(
        "mostVisitsPerDay",
        "Maximum appointments a day",
        "If empty, there's no limit. Walk-ins are extra.",
        true,
      )}
      {figure(
        "mostVisitsPerPatientPerDay",
        "Maximum appointments per patient a day",
        "For online booking. You and the front desk can book more.",
        true,
      )}
      {figure(
        "mostNewPatientsPerDay",
        "Maximum new patients a day",
        "Patients who haven't seen you before. Enter 0 to take no new patients online.",
        true,
      )}
    </div>
  );
}
