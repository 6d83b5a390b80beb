"use client";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { Field } from "@/components/ui/field";
import { useReader } from "@/components/ui/reader";
import { currentZoneName, listZoneNames } from "@/lib/platform/time/current-zone-name";
import { NativeSelect } from "@/components/ui/native-select";

export type TimeZoneFieldProps = {
  label: string;
  name: string;
  errors: readonly FieldError[] | undefined;
  /** The reader's own by default. */
  defaultValue?: string | undefined;
};

function zones(including: string): string[] {
  return [...new Set([including, ...listZoneNames()])].sort();
}

/** One of the world's time zones; starts with the reader's. */
export function TimeZoneField({ label, name, errors, defaultValue }: TimeZoneFieldProps) {
  const { timeZone } = useReader();
  const chosen = currentZoneName(defaultValue ?? timeZone);
  const options = zones(chosen).map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  return (
    <Field label={label} name={name} required errors={errors}>
      <NativeSelect key={chosen} options={options} defaultValue={chosen} />
    </Field>
  );
}
