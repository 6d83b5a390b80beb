"use client";
import { NativeSelect } from "@/components/accounts/native-select";
import { Field } from "@/components/ui/field";
import type { FieldError } from "@/lib/platform/errors/app-error";

type Props = { value: string; onChange: (zone: string) => void; errors: readonly FieldError[] | undefined };

/** The zone whose clock the own practice keeps. */
export function TimeZoneChoice({ value, onChange, errors }: Props) {
  const zones = [...new Set(["UTC", value, ...Intl.supportedValuesOf("timeZone")])].sort();
  return (
    <Field label="Time zone of the practice" name="timeZone" errors={errors}>
      <NativeSelect
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
