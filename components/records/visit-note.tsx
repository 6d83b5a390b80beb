"use client";
import { PenLine } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { errorFor, Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { SaveState } from "@/components/ui/save-state";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { completeVisitAction } from "@/lib/domain/appointments/actions";
import type { AttachmentOutput, EncounterNote, Prescription } from "@/lib/domain/records/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import type { Substance } from "./allergy-warning";
import { AttachmentField } from "./attachment-field";
import { DiagnosisField } from "./diagnosis-field";
import { NoteClash } from "./note-clash";
import { PrescriptionFields } from "./prescription-fields";
import { storable, useNote, type NoteState, type StoredNote } from "./use-note";
import { useAttachments } from "./use-attachments";
import { VitalFields } from "./vital-fields";

const PARTS: { part: keyof EncounterNote; label: string; hint: string }[] = [
  { part: "reason", label: "Reason", hint: "Why the patient came." },
  { part: "subjective", label: "Subjective", hint: "What the patient tells you." },
  { part: "objective", label: "Objective", hint: "What you find and measure." },
  { part: "assessment", label: "Assessment", hint: "Your clinical impression." },
  { part: "plan", label: "Plan", hint: "What happens next. The patient can read it once you sign." },
];

type Props = {
  appointmentId: string;
  stored: StoredNote;
  attachments: AttachmentOutput[];
  patientName: string;
  /** What the patient got before and still takes, what the doctor prescribes often, and what the patient reacts to. */
  medicines: Record<"earlier" | "current" | "usual", Prescription[]> & { allergies: readonly Substance[] };
};

const INCOMPLETE: ActionFailure = {
  code: "invalid",
  requestId: "",
  message: "Correct the marked measurements and name each medicine, then sign.",
};

const UPLOADING: ActionFailure = {
  code: "invalid",
  requestId: "",
  message: "A file isn't uploaded yet. Wait for it or remove it, then sign.",
};

/** The note of a visit in progress, saved while it is written; signing completes the visit. */
export function VisitNote({ appointmentId, stored, attachments, patientName, medicines }: Props) {
  const editor = useNote(appointmentId, stored);
  const files = useAttachments(appointmentId, attachments);
  const { form, failure, complete } = useSigning(appointmentId, editor, files.isPending);
  const isConflict = editor.state.kind === "conflict";
  const errors = failure?.fields ?? (editor.state.kind === "failed" ? editor.state.error.fields : undefined);
  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()}>
      {/* While the server saves what is typed, leaving loses nothing. */}
      <UnsavedGuard isDirty={isConflict || editor.state.kind === "failed" || files.isPending} />
      <Card className="grid gap-5">
        {editor.clashes.length > 0 ? <NoteClash editor={editor} theirs={stored} /> : null}
        {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
        {PARTS.map((part) => (
          <NoteField key={part.part} {...part} editor={editor} errors={errors} />
        ))}
      </Card>
      <Card className="mt-4">
        <DiagnosisField
          value={editor.parts.diagnoses}
          onChange={(diagnoses) => editor.change({ diagnoses })}
          error={errorFor(errors, "parts.diagnoses")}
        />
      </Card>
      <Card className="mt-4">
        <VitalFields vitals={editor.parts.vitals} errors={errors} onChange={(vitals) => editor.change({ vitals })} />
      </Card>
      <Card className="mt-4">
        <PrescriptionFields
          {...medicines}
          prescriptions={editor.parts.prescriptions}
          errors={errors}
          onChange={(prescriptions) => editor.change({ prescriptions })}
        />
      </Card>
      <Card className="mt-4">
        <AttachmentField files={files} />
      </Card>
      <SignBar state={editor.state} patientName={patientName} onSign={complete} />
    </form>
  );
}

type NoteFieldProps = (typeof PARTS)[number] & {
  editor: ReturnType<typeof useNote>;
  errors: ActionFailure["fields"];
};

function NoteField({ part, label, hint, editor, errors }: NoteFieldProps) {
  return (
    <Field label={label} name={`note.${part}`} hint={hint} errors={errors}>
      <Textarea
        rows={part === "reason" ? 1 : 3}
        className={part === "reason" ? "min-h-10" : ""}
        maxLength={10_000}
        value={editor.note[part]}
        onChange={(event) => editor.type(part, event.target.value)}
      />
    </Field>
  );
}

/** Signs the note and completes the visit; a refusal focuses the first field it is about. */
function useSigning(appointmentId: string, editor: ReturnType<typeof useNote>, isUploading: boolean) {
  const router = useRouter();
  const [failure, setFailure] = useState<ActionFailure>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!failure) return;
    // The closing dialog first returns focus to its button.
    const timer = setTimeout(
      () => form.current?.querySelector<HTMLElement>('[aria-invalid="true"], input:invalid')?.focus(),
      50,
    );
    return () => clearTimeout(timer);
  }, [failure]);
  const complete = async () => {
    setFailure(undefined);
    if (isUploading) return setFailure(UPLOADING);
    // Measurements that can't be right and medicines without a name say so in their fields.
    if (form.current && !form.current.checkValidity()) return setFailure(INCOMPLETE);
    const saved = await editor.settled();
    const result = await tryAction(() =>
      completeVisitAction({
        appointmentId,
        note: editor.note,
        parts: storable(editor.parts),
        version: Math.max(saved, editor.version),
      }),
    );
    if (!result.ok) return setFailure(result.error);
    editor.finish();
    toast.success("Signed. The patient can read it now.");
    router.refresh();
  };
  return { form, failure, complete };
}

type SignBarProps = { state: NoteState; patientName: string; onSign: () => Promise<void> };

function SignBar({ state, patientName, onSign }: SignBarProps) {
  return (
    <div
      data-action-bar
      className="sticky bottom-20 z-20 mt-4 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-raised px-4 py-3 shadow-raised lg:bottom-4"
    >
      <SaveState
        kind={state.kind}
        at={state.kind === "saved" ? state.at : null}
        isWrong={state.kind === "failed" && state.error.fields !== undefined}
      />
      <ConfirmDialog
        trigger={
          <Button disabled={state.kind === "conflict"}>
            <PenLine aria-hidden /> Sign and complete
          </Button>
        }
        title="Sign and complete this visit?"
        text={`A signed note can't be changed, and ${patientName} can read it at once.`}
        confirmLabel="Sign and complete"
        tone="primary"
        onConfirm={onSign}
      />
    </div>
  );
}
