"use client";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { FieldError } from "@/lib/platform/errors/app-error";

type Props = { value: string; onChange: (reason: string) => void; errors: readonly FieldError[] | undefined };

/** Why the patient comes, as the front desk enters it. */
export function ReasonField({ value, onChange, errors }: Props) {
  return (
    <Field
      label="Reason for visit"
      name="reason"
      optional
      errors={errors}
      hint="The doctor and the front desk will see this."
    >
      <Textarea rows={3} maxLength={500} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
