"use client";
import { useSyncExternalStore } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { Field } from "@/components/ui/field";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { currentZoneName, listZoneNames } from "@/lib/platform/time/current-zone-name";

type Props = { value: string; onChange: (zone: string) => void; errors: readonly FieldError[] | undefined };

const never = () => () => undefined;
let known: string[] | undefined;
const allZones = () => (known ??= listZoneNames());

/** The zone of the doctor's own practice. */
export function TimeZoneChoice({ value, onChange, errors }: Props) {
  // The browser's own list, which differs slightly from the server's.
  const current = currentZoneName(value);
  const all = useSyncExternalStore(never, allZones, () => undefined);
  const zones = [...new Set([current, ...(all ?? [])])].sort();
  return (
    <Field label="Time zone of the practice" name="timeZone" errors={errors}>
      <NativeSelect
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        value={current}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
