"use client";
import { errorFor } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { TimeInput } from "@/components/ui/time-input";
import type { Preferences } from "@/lib/domain/preferences/schema";
import type { FieldError } from "@/lib/platform/errors/app-error";

type Hours = Preferences["quietHours"];
type Props = {
  hours: Hours;
  timeZone: string;
  errors: readonly FieldError[] | undefined;
  onChange: (hours: Hours) => void;
};

const USUAL = { from: "22:00", until: "07:00" };

/** When what may wait waits. */
export function QuietHoursFields({ hours, timeZone, errors, onChange }: Props) {
  const faults = [errorFor(errors, "quietHours.from"), errorFor(errors, "quietHours.until")];
  const fault = faults.find(Boolean);
  const bound = fault ? { "aria-invalid": true as const, "aria-describedby": "quiet-hours-fault" } : {};
  return (
    <div className="grid gap-3 border-t border-line pt-5">
      <Switch
        label="Quiet hours"
        hint="Anything that can wait arrives afterwards. Emergencies, hospital stays and changes to an appointment within a day still come at once, and so does a time offered to you if it would be too late afterwards."
        checked={hours !== null}
        onCheckedChange={(isOn) => onChange(isOn ? USUAL : null)}
      />
      {hours ? (
        <div>
          <div className="flex flex-wrap items-center gap-2 text-sm">
            <span>From</span>
            <TimeInput
              aria-label="Quiet hours, from"
              value={hours.from}
              onValueChange={(from) => onChange({ ...hours, from })}
              {...bound}
            />
            <span>until</span>
            <TimeInput
              aria-label="Quiet hours, until"
              value={hours.until}
              onValueChange={(until) => onChange({ ...hours, until })}
              {...bound}
            />
            <span className="text-quiet">{timeZone.replaceAll("_", " ")} time</span>
          </div>
          {fault ? (
            <p id="quiet-hours-fault" className="mt-1.5 text-sm text-stop">
              {fault}
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
