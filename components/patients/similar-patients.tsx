"use client";
import { UserCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useReader } from "@/components/ui/reader";
import type { KnownPatient } from "@/lib/domain/front-desk/schema";
import { patientHint } from "./patient-picker";
import { useSimilarPatients } from "./use-similar-patients";

type Props = { hospitalId: string | null; name: string; bornOn: string; onKnown: (patient: KnownPatient) => void };

/** Which of the hospital's or the doctor's own patients a new one may be, while they are entered. */
export function SimilarPatients({ hospitalId, name, bornOn, onKnown }: Props) {
  const patients = useSimilarPatients(hospitalId, name, bornOn);
  return (
    <div aria-live="polite" className="empty:hidden">
      {patients.length > 0 ? (
        <SimilarList question="Is it one of these existing patients?" patients={patients} onKnown={onKnown} />
      ) : null}
    </div>
  );
}

type ListProps = {
  question: string;
  patients: KnownPatient[];
  onKnown: (patient: KnownPatient) => void;
  /** What to do when it is none of them. */
  children?: ReactNode;
};

/** People someone new may be, each with a way to say that it is them. */
export function SimilarList({ question, patients, onKnown, children }: ListProps) {
  const { locale } = useReader();
  return (
    <div className="rounded-md bg-wait-soft p-3">
      <p className="text-sm font-semibold text-wait">{question}</p>
      <ul aria-label="Similar patients" className="mt-2 grid gap-2">
        {patients.map((patient) => (
          <li key={patient.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
            <p className="min-w-0 text-sm">
              <span className="font-semibold">{patient.name}</span>{" "}
              <span className="text-ink">{patientHint(patient, locale)}</span>
            </p>
            <Button size="sm" variant="secondary" onClick={() => onKnown(patient)}>
              <UserCheck aria-hidden /> Yes<span className="sr-only">, it is {patient.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
