"use client";
import { EmailInput } from "@/components/ui/email-input";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect, type NativeOption } from "@/components/ui/native-select";
import type { FieldError } from "@/lib/platform/errors/app-error";

export type RegistrationDraft = { recordNumber: string; email: string; language: string };
export const NO_DETAILS: RegistrationDraft = { recordNumber: "", email: "", language: "" };

type Props = {
  draft: RegistrationDraft;
  onChange: (changes: Partial<RegistrationDraft>) => void;
  languages: readonly NativeOption[];
  errors?: readonly FieldError[] | undefined;
};

/** What only this hospital's records say of a patient. */
export function RegistrationFields({ draft, onChange, languages, errors }: Props) {
  return (
    <div className="grid gap-4">
      <Field
        label="Record number"
        name="recordNumber"
        optional
        errors={errors}
        hint="The number on your labels and letters. Only your hospital sees it."
      >
        <Input
          value={draft.recordNumber}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="none"
          className="tabular sm:max-w-60"
          onChange={(event) => onChange({ recordNumber: event.target.value })}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Email"
          name="email"
          optional
          errors={errors}
          hint="For your records. CareSync sends nothing to it."
        >
          <EmailInput
            value={draft.email}
            maxLength={254}
            onChange={(event) => onChange({ email: event.target.value })}
          />
        </Field>
        <Field label="Language" name="language" optional errors={errors}>
          <NativeSelect
            empty="Not known"
            options={languages}
            value={draft.language}
            onChange={(event) => onChange({ language: event.target.value })}
          />
        </Field>
      </div>
    </div>
  );
}
