"use client";
import { useCallback, useState } from "react";
import { NamePicker } from "@/components/affiliations/name-picker";
import { RefusalNote } from "@/components/affiliations/refusal-note";
import { useChange } from "@/components/affiliations/use-change";
import type { ComboboxOption } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { findSharingDoctorsAction, giveGrantAction } from "@/lib/domain/sharing/actions";
import { GrantFields, type GrantDraft } from "./grant-fields";

export type ShareDialogProps = {
  patient: { id: string; name: string; isYou: boolean };
  today: string;
  onClose: () => void;
};

/** Shares a record with a verified doctor, found by name. */
export function ShareDialog({ patient, today, onClose }: ShareDialogProps) {
  const [doctor, setDoctor] = useState<ComboboxOption | null>(null);
  const [draft, setDraft] = useState<GrantDraft>({ scope: "RECORD", endsOn: "" });
  const [isMissing, setMissing] = useState(false);
  const { make, failure, isPending } = useChange();
  const find = useDoctors(patient.id);
  const share = async () => {
    setMissing(doctor === null);
    if (!doctor) return;
    const grant = { patientId: patient.id, doctorId: doctor.value, scope: draft.scope, endsOn: draft.endsOn || null };
    if (await make(`Shared with ${doctor.label}`, () => giveGrantAction(grant))) onClose();
  };
  return (
    <FormDialog
      title={patient.isYou ? "Share your record with a doctor" : `Share the record of ${patient.name} with a doctor`}
      description="They can read it at once but can't change it. You see each time they open it, and you can stop at any time."
      submitLabel="Share the record"
      isPending={isPending}
      onSubmit={share}
      onClose={onClose}
    >
      <RefusalNote failure={failure} />
      <Field
        label="Doctor"
        name="doctorId"
        required
        error={isMissing ? "Choose a doctor" : undefined}
        errors={failure?.fields}
      >
        <NamePicker
          find={find}
          onChoose={setDoctor}
          placeholder="Choose a doctor"
          searchPlaceholder="Type the doctor's name"
          nobody="No verified doctor with this name."
        />
      </Field>
      <GrantFields draft={draft} onChange={setDraft} today={today} errors={failure?.fields} />
    </FormDialog>
  );
}

/** The search for doctors, for a picker. */
function useDoctors(patientId: string) {
  return useCallback(
    async (name: string) => {
      const result = await findSharingDoctorsAction({ patientId, name });
      if (!result.ok) return result;
      return {
        ok: true as const,
        data: result.data.map((doctor) => ({
          value: doctor.id,
          label: doctor.name,
          hint: [doctor.specialties, doctor.city].filter(Boolean).join(" · "),
        })),
      };
    },
    [patientId],
  );
}
