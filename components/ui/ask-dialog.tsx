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
  subject: string;
  consequence: ReactNode;
  confirmLabel: string;
  tone?: "danger" | "primary";
  /** Who reads the reason; without it, none is asked for. */
  reason?: { label: string; hint: string; missing: string };
  onClose: () => void;
  /** Runs it; returns the failure, if it was refused. */
  onTake: (reason: string) => Promise<ActionFailure | undefined>;
};

/**
 * Asks before a step that can't be undone, or for the reason it needs. A refusal is shown inside, and what was typed
 * stays.
 */
export function AskDialog({
  title,
  subject,
  consequence,
  confirmLabel,
  tone = "danger",
  reason,
  onClose,
  onTake,
}: AskDialogProps) {
  const [typed, setTyped] = useState("");
  const [failure, setFailure] = useState<ActionFailure>();
  const [isMissing, setMissing] = useState(false);
  const confirm = async () => {
    const text = typed.trim();
    setMissing(reason !== undefined && text === "");
    if (reason && text === "") return false;
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
          <span className="font-semibold text-ink">{subject}.</span> {consequence}
        </>
      }
      tone={tone}
      confirmLabel={confirmLabel}
      onConfirm={confirm}
    >
      {failure && !isAboutReason ? <FormMessage title={failure.message} className="mb-4" /> : null}
      {reason ? (
        <Field
          label={reason.label}
          name="reason"
          required
          errors={failure?.fields}
          error={isMissing ? reason.missing : undefined}
          hint={reason.hint}
        >
          <Textarea rows={3} maxLength={500} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
      ) : null}
    </ConfirmDialog>
  );
}
