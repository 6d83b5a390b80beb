"use client";
import { useState } from "react";
import { FormFailure } from "@/components/ui/form-failure";
import { useRecipient, RecipientFields } from "@/components/patients/recipient-fields";
import { FormDialog } from "@/components/ui/form-dialog";
import { namePatientAction } from "@/lib/domain/ambulances/actions";
import type { CallCard } from "@/lib/domain/ambulances/output";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { useCallWork } from "./use-call-work";

type Props = { call: CallCard; hospitalId: string; onClose: () => void };

/** Identifies the patient in the vehicle: one the hospital knows, or a new one. A bed is reserved with it. */
export function NamePatientDialog({ call, hospitalId, onClose }: Props) {
  const { run, pending } = useCallWork();
  const recipient = useRecipient();
  const [failure, setFailure] = useState<ActionFailure>();
  const isBusy = pending === call.id;
  const save = async () => {
    const who = recipient.read();
    if (!who) return;
    const sent = "patientId" in who.sent ? who.sent : { newPatient: who.sent.patient };
    const refused = await run(call.id, "Patient identified", () => namePatientAction({ id: call.id, ...sent }));
    setFailure(refused);
    if (!refused) onClose();
  };
  return (
    <FormDialog
      title="Who is the patient?"
      description={`${call.contact.name} called. This can't be changed later: the bed and the record depend on it.`}
      submitLabel="Save"
      isPending={isBusy}
      onSubmit={save}
      onClose={onClose}
    >
      <FormFailure error={failure} />
      <RecipientFields
        hospitalId={hospitalId}
        recipient={recipient}
        errors={failure?.fields?.map(({ path, message }) => ({
          path: path.replace(/^newPatient\./, "patient."),
          message,
        }))}
      />
    </FormDialog>
  );
}
