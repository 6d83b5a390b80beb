"use client";
import { useSyncExternalStore } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { Field } from "@/components/ui/field";
import type { FieldError } from "@/lib/platform/errors/app-error";

type Props = { value: string; onChange: (zone: string) => void; errors: readonly FieldError[] | undefined };

const never = () => () => undefined;
let known: string[] | undefined;
const allZones = () => (known ??= ["UTC", ...Intl.supportedValuesOf("timeZone")]);

/** The zone whose clock the own practice keeps. */
export function TimeZoneChoice({ value, onChange, errors }: Props) {
  // The browser's own list, which is not quite the server's.
  const all = useSyncExternalStore(never, allZones, () => undefined);
  const zones = [...new Set([value, ...(all ?? [])])].sort();
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
