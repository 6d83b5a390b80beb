"use client";
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { FormFailure } from "@/components/ui/form-failure";
import type { NativeOption } from "@/components/ui/native-select";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { changeRegistrationAction, registerPatientAction } from "@/lib/domain/registrations/actions";
import type { RegistrationOutput } from "@/lib/domain/registrations/schema";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { NO_DETAILS, RegistrationFields, type RegistrationDraft } from "./registration-fields";

type Languages = { languages: readonly NativeOption[] };

/** A button that corrects what the hospital's own records say of a patient. */
export function ChangeRegistration({ registration, languages }: Languages & { registration: RegistrationOutput }) {
  const [isOpen, setOpen] = useState(false);
  const { id, version, recordNumber, email, language } = registration;
  return (
    <>
      <Button size="sm" variant="secondary" onClick={() => setOpen(true)}>
        <Pencil aria-hidden /> Correct
        <span className="sr-only">{recordNumber ? ` the record ${recordNumber}` : " the registration"}</span>
      </Button>
      {isOpen ? (
        <DetailsDialog
          title="Correct the registration"
          done="Registration corrected"
          start={{ recordNumber: recordNumber ?? "", email: email ?? "", language: language ?? "" }}
          languages={languages}
          call={(draft) => changeRegistrationAction({ id, version, ...draft })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

type KnownProps = Languages & { hospitalId: string; patientId: string };

/** A button that registers someone the hospital knows from an appointment, a stay or an ambulance call. */
export function RegisterKnown({ hospitalId, patientId, languages }: KnownProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="secondary" onClick={() => setOpen(true)}>
        <Plus aria-hidden /> Add record number
      </Button>
      {isOpen ? (
        <DetailsDialog
          title="Register this patient"
          done="Patient registered"
          start={NO_DETAILS}
          languages={languages}
          call={(draft) => registerPatientAction({ hospitalId, patientId, ...draft })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

type DialogProps = Languages & {
  title: string;
  done: string;
  start: RegistrationDraft;
  call: (draft: RegistrationDraft) => Promise<ActionResult<unknown>>;
  onClose: () => void;
};

function DetailsDialog({ title, done, start, languages, call, onClose }: DialogProps) {
  const [draft, setDraft] = useState(start);
  const { save, failure, isSaving } = useSavedForm(done);
  return (
    <FormDialog
      title={title}
      description="Only your hospital sees this."
      submitLabel="Save"
      isPending={isSaving}
      onSubmit={() => save(() => call(draft), onClose)}
      onClose={onClose}
    >
      <FormFailure error={failure} />
      <RegistrationFields
        draft={draft}
        onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
        languages={languages}
        errors={failure?.fields}
      />
    </FormDialog>
  );
}
