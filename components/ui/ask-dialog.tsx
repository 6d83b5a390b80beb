"use client";
import { useState, type ReactNode } from "react";
import { ConfirmDialog } from "./alert-dialog";
import { Field } from "./field";
import { FormMessage } from "./form-message";
import { Textarea } from "./textarea";
import type { ActionFailure } from "@/lib/platform/actions/action-result";

export type AskDialogProps = {
  title: string;
  /** The person or thing it is about, said first. */
  subject?: string;
  consequence: ReactNode;
  confirmLabel: string;
  tone?: "danger" | "primary";
  /** The reason to ask for, and who reads it; optional without a text for when it is missing. */
  reason?: { label: string; hint?: string | undefined; missing?: string | undefined } | undefined;
  /** Said below why it was refused. */
  refusedText?: string;
  onClose: () => void;
  /** Runs it; returns the failure, if it was refused. */
  onTake: (reason: string) => Promise<ActionFailure | undefined>;
  /** What else belongs to the answer, above the reason. */
  children?: ReactNode;
};

/**
 * Asks before a step that can't be undone, or for the reason it needs. A refusal is shown inside, and what was typed
 * stays.
 */
export function AskDialog(props: AskDialogProps) {
  const { title, subject, consequence, confirmLabel, tone = "danger", reason, onClose, onTake } = props;
  const [typed, setTyped] = useState("");
  const [failure, setFailure] = useState<ActionFailure>();
  const [isMissing, setMissing] = useState(false);
  const confirm = async () => {
    const text = typed.trim();
    const lacksReason = reason?.missing !== undefined && text === "";
    setMissing(lacksReason);
    if (lacksReason) return false;
    const refused = await onTake(text);
    setFailure(refused);
    return refused === undefined;
  };
  const isAboutReason = failure?.fields?.some(({ path }) => path === "reason") ?? false;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      text={
        <>
          {subject ? <span className="font-semibold text-ink">{subject}. </span> : null}
          {consequence}
        </>
      }
      tone={tone}
      confirmLabel={confirmLabel}
      onConfirm={confirm}
    >
      <div className="grid gap-4 empty:hidden">
        {failure && !isAboutReason ? <FormMessage title={failure.message}>{props.refusedText}</FormMessage> : null}
        {props.children}
        {reason ? (
          <Field
            label={reason.label}
            name="reason"
            required={reason.missing !== undefined}
            optional={reason.missing === undefined}
            errors={failure?.fields}
            error={isMissing ? reason.missing : undefined}
            hint={reason.hint}
          >
            <Textarea rows={3} maxLength={500} value={typed} onChange={(event) => setTyped(event.target.value)} />
          </Field>
        ) : null}
      </div>
    </ConfirmDialog>
  );
}
