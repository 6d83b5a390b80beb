"use client";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Textarea } from "@/components/ui/textarea";
import { STEP_WORDS } from "@/lib/domain/appointments/format";
import type { RequestableStatus } from "@/lib/domain/appointments/status";
import type { ActionFailure } from "@/lib/platform/actions/action-result";

export type StepDialogProps = {
  to: RequestableStatus;
  needsReason: boolean;
  /** The patient and the time: "Asha Abelard, Tue 3 Nov, 10:00". */
  subject: string;
  onClose: () => void;
  /** Takes the step; returns the failure, if it was refused. */
  onTake: (reason: string | undefined) => Promise<ActionFailure | undefined>;
};

/** Asks before a step that can't be undone. A refusal is shown inside, and the reason typed stays. */
export function StepDialog({ to, needsReason, subject, onClose, onTake }: StepDialogProps) {
  const words = STEP_WORDS[to];
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<ActionFailure>();
  const confirm = async () => {
    const typed = reason.trim();
    if (needsReason && typed === "") {
      setFailure({
        code: "invalid",
        message: "",
        requestId: "",
        fields: [{ path: "reason", message: "Enter a reason. The patient will see it." }],
      });
      return false;
    }
    const refused = await onTake(typed === "" ? undefined : typed);
    setFailure(refused);
    return refused === undefined;
  };
  const isAboutField = failure?.fields?.some(({ path }) => path === "reason") ?? false;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={words.question ?? `${words.label}?`}
      text={
        <>
          <span className="font-semibold text-ink">{subject}.</span> {words.consequence}
        </>
      }
      confirmLabel={words.label}
      onConfirm={confirm}
    >
      {failure && !isAboutField ? <FormMessage title={failure.message} className="mb-4" /> : null}
      {needsReason ? (
        <Field
          label="Reason"
          name="reason"
          required
          errors={failure?.fields}
          hint="The patient will see this. One sentence is enough."
        >
          <Textarea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      ) : null}
    </ConfirmDialog>
  );
}
