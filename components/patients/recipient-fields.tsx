"use client";
import { useState } from "react";
import { PatientPicker } from "@/components/patients/patient-picker";
import { SimilarPatients } from "@/components/patients/similar-patients";
import { NewPatientFields, NO_PATIENT, toNewPatient } from "@/components/patients/new-patient-fields";
import { Field } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import type { KnownPatient } from "@/lib/domain/front-desk/schema";
import type { FieldError } from "@/lib/platform/errors/app-error";

export type Sent = { patientId: string } | { patient: ReturnType<typeof toNewPatient> };

/** The recipient of something: a patient the hospital or the doctor knows, or a new one. Both drafts are kept. */
export function useRecipient({ startsNew = false } = {}) {
  const [isNew, setNew] = useState(startsNew);
  const [known, setKnown] = useState<KnownPatient>();
  const [draft, setDraft] = useState(NO_PATIENT);
  const [isAsked, setAsked] = useState(false);
  /** What is sent; null, with errors at the fields, while no one is named. */
  const read = (): { name: string; sent: Sent } | null => {
    setAsked(true);
    if (isNew) return draft.name.trim() ? { name: draft.name.trim(), sent: { patient: toNewPatient(draft) } } : null;
    return known ? { name: known.name, sent: { patientId: known.id } } : null;
  };
  return { isNew, setNew, known, setKnown, draft, setDraft, isAsked, read };
}

type Props = {
  /** Whose patients are offered; null: the doctor's own. */
  hospitalId: string | null;
  recipient: ReturnType<typeof useRecipient>;
  errors?: readonly FieldError[] | undefined;
};

export function RecipientFields({ hospitalId, recipient, errors }: Props) {
  const { isNew, setNew, known, setKnown, draft, setDraft, isAsked } = recipient;
  return (
    <div className="grid gap-3">
      <UnsavedGuard isDirty={known !== undefined || Object.values(draft).some((typed) => typed !== "")} />
      <SegmentedControl
        label="Patient"
        value={isNew ? "new" : "known"}
        onValueChange={(value) => setNew(value === "new")}
        segments={[
          { value: "known", label: "Existing patient" },
          { value: "new", label: "New patient" },
        ]}
        className="w-fit"
      />
      {isNew ? (
        <>
          <NewPatientFields
            draft={draft}
            onChange={setDraft}
            path="patient"
            errors={errors}
            nameError={isAsked && !draft.name.trim() ? "Choose a patient or enter a new one" : undefined}
          />
          <SimilarPatients
            hospitalId={hospitalId}
            name={draft.name}
            bornOn={draft.bornOn}
            onKnown={(patient) => {
              setKnown(patient);
              setNew(false);
            }}
          />
        </>
      ) : (
        <Field
          label="Patient"
          name="patientId"
          required
          errors={errors}
          error={isAsked && !known ? "Choose a patient or enter a new one" : undefined}
        >
          <PatientPicker hospitalId={hospitalId} patient={known} onChoose={setKnown} />
        </Field>
      )}
    </div>
  );
}
