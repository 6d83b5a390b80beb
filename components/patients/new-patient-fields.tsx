"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { FieldError } from "@/lib/platform/errors/app-error";

export type NewPatientDraft = { name: string; bornOn: string; phone: string };
export const NO_PATIENT: NewPatientDraft = { name: "", bornOn: "", phone: "" };

export type NewPatientFieldsProps = {
  draft: NewPatientDraft;
  onChange: (draft: NewPatientDraft) => void;
  /** Where these fields are in the input, e.g. "patient". */
  path: string;
  errors?: readonly FieldError[] | undefined;
  /** For the name alone, before anything is sent. */
  nameError?: string | undefined;
};

/** A patient without an account, as the desk or the ward enters them: a name, and what distinguishes namesakes. */
export function NewPatientFields({ draft, onChange, path, errors, nameError }: NewPatientFieldsProps) {
  const set = (change: Partial<NewPatientDraft>) => onChange({ ...draft, ...change });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Name" name={`${path}.name`} required errors={errors} error={nameError} className="sm:col-span-2">
        <Input
          value={draft.name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Field label="Born on" name={`${path}.bornOn`} optional errors={errors}>
        <Input type="date" value={draft.bornOn} onChange={(event) => set({ bornOn: event.target.value })} />
      </Field>
      <Field label="Phone" name={`${path}.phone`} optional errors={errors}>
        <Input
          type="tel"
          value={draft.phone}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => set({ phone: event.target.value })}
        />
      </Field>
    </div>
  );
}

/** Returns a draft as input, without empty fields. */
export function toNewPatient({ name, bornOn, phone }: NewPatientDraft): {
  name: string;
  bornOn?: string;
  phone?: string;
} {
  return { name, ...(bornOn ? { bornOn } : {}), ...(phone.trim() ? { phone } : {}) };
}
