"use client";
import { UserCheck } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useReader } from "@/components/ui/reader";
import type { KnownPatient } from "@/lib/domain/hospitals/schema";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { patientHint } from "./patient-picker";
import type { NewPerson } from "./person";
import { useSimilarPatients } from "./use-similar-patients";

type Props = {
  hospitalId: string;
  person: NewPerson;
  onChange: (person: NewPerson) => void;
  onKnown: (patient: KnownPatient) => void;
  missing: string | undefined;
  errors: readonly FieldError[] | undefined;
};

/** Somebody without an account: a name is enough. Who they may really be is suggested while one types. */
export function NewPatientFields({ hospitalId, person, onChange, onKnown, missing, errors }: Props) {
  const { name, bornOn, phone } = person;
  const similar = useSimilarPatients(hospitalId, name, bornOn);
  return (
    <>
      <Field label="Name" name="patient.name" required error={name.trim() ? undefined : missing} errors={errors}>
        <Input value={name} maxLength={100} autoComplete="off" autoCapitalize="words" onChange={(event) => onChange({ ...person, name: event.target.value })} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Date of birth" name="patient.bornOn" optional errors={errors}>
          <Input
            type="date"
            min="1900-01-01"
            value={bornOn}
            autoComplete="off"
            onChange={(event) => onChange({ ...person, bornOn: event.target.value })}
          />
        </Field>
        <Field label="Phone" name="patient.phone" optional errors={errors}>
          <Input type="tel" inputMode="tel" value={phone} maxLength={32} autoComplete="off" onChange={(event) => onChange({ ...person, phone: event.target.value })} />
        </Field>
      </div>
      <div aria-live="polite" className="empty:hidden">
        {similar.length > 0 ? <Suggestions patients={similar} onKnown={onKnown} /> : null}
      </div>
    </>
  );
}

function Suggestions({ patients, onKnown }: { patients: KnownPatient[]; onKnown: (patient: KnownPatient) => void }) {
  const { locale } = useReader();
  return (
    <div className="rounded-md bg-wait-soft p-3">
      <p className="text-sm font-semibold text-wait">Is it one of these? They have been here before.</p>
      <ul aria-label="Patients of like name" className="mt-2 grid gap-2">
        {patients.map((patient) => (
          <li key={patient.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
            <p className="min-w-0 text-sm">
              <span className="font-semibold">{patient.name}</span> <span className="text-ink">{patientHint(patient, locale)}</span>
            </p>
            <Button size="sm" variant="secondary" onClick={() => onKnown(patient)}>
              <UserCheck aria-hidden /> Yes<span className="sr-only">, it is {patient.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
