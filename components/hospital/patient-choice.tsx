"use client";
import { UserPlus, UserSearch } from "lucide-react";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { NewPatientFields } from "./new-patient-fields";
import { PatientPicker } from "./patient-picker";
import type { NewPerson, Person } from "./person";

type Props = {
  hospitalId: string;
  person: Person;
  onChange: (person: Person) => void;
  /** What is missing, once somebody has tried to send it. */
  missing: string | undefined;
  errors: readonly FieldError[] | undefined;
};

const NOBODY: NewPerson = { name: "", bornOn: "", phone: "" };

/** Somebody who has been here before, or somebody new; what was typed of one stays while the other is looked at. */
export function PatientChoice({ hospitalId, person, onChange, missing, errors }: Props) {
  const [other, setOther] = useState<Person>({ kind: "new", ...NOBODY });
  const turnTo = (kind: Person["kind"]) => {
    if (kind === person.kind) return;
    setOther(person);
    onChange(other.kind === kind ? other : kind === "new" ? { kind, ...NOBODY } : { kind, patient: undefined });
  };
  return (
    <div className="grid gap-4">
      <SegmentedControl
        label="Who is it?"
        value={person.kind}
        onValueChange={turnTo}
        className="justify-self-start"
        segments={[
          { value: "known", label: <><UserSearch aria-hidden /> Been here</> },
          { value: "new", label: <><UserPlus aria-hidden /> New here</> },
        ]}
      />
      {person.kind === "known" ? (
        <Field label="Patient" name="patientId" required error={person.patient ? undefined : missing} errors={errors}>
          <PatientPicker hospitalId={hospitalId} patient={person.patient} onChoose={(patient) => onChange({ kind: "known", patient })} />
        </Field>
      ) : (
        <NewPatientFields
          hospitalId={hospitalId}
          person={person}
          onChange={(said) => onChange({ kind: "new", ...said })}
          onKnown={(patient) => onChange({ kind: "known", patient })}
          missing={missing}
          errors={errors}
        />
      )}
    </div>
  );
}
