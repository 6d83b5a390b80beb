import { Field, type FieldProps } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { warningOf } from "@/lib/domain/background/format";

/** An allergy of the patient that holds. */
export type Substance = { id: string; substance: string };

type Props = {
  drug: string;
  allergies: readonly Substance[];
  /** Why the medicine is prescribed in spite of them. */
  reason: string;
  name: string;
  errors: FieldProps["errors"];
  onReason: (reason: string) => void;
};

/** Says which recorded allergies a medicine may set off, and asks why it is prescribed all the same. Never forbids it. */
export function AllergyWarning({ drug, allergies, reason, name, errors, onReason }: Props) {
  const warning = warningOf(drug, allergies);
  if (!warning) return null;
  return (
    <div className="grid gap-3">
      <FormMessage tone={warning.isLikely ? "stop" : "accent"} title={warning.title}>
        {warning.text}
      </FormMessage>
      <Field
        label="Why you prescribe it all the same"
        name={name}
        errors={errors}
        hint="Needed before you sign. It stays in the note."
      >
        <Input value={reason} maxLength={500} autoComplete="off" onChange={(event) => onReason(event.target.value)} />
      </Field>
    </div>
  );
}
