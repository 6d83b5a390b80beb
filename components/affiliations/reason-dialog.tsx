"use client";
import { useState, type ReactNode } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Textarea } from "@/components/ui/textarea";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { useChange } from "./use-change";

export type ReasonDialogProps = {
  title: string;
  text: ReactNode;
  confirmLabel: string;
  /** Shown once it is done. */
  done: string;
  /** Without one nothing is asked. */
  reason: "required" | "optional" | "none";
  reasonHint?: string;
  tone?: "danger" | "primary";
  run: (reason: string | undefined) => Promise<ActionResult<unknown>>;
  onClose: () => void;
  /** Where to go once it is done; refreshes the current page by default. */
  leaveTo?: string | undefined;
  children?: ReactNode;
};

/** Asks before a step between a doctor and a hospital, for the reason where the other side reads one. */
export function ReasonDialog(props: ReasonDialogProps) {
  const {
    title,
    text,
    confirmLabel,
    done,
    reason,
    reasonHint,
    tone = "danger",
    run,
    onClose,
    leaveTo,
    children,
  } = props;
  const [typed, setTyped] = useState("");
  const [missing, setMissing] = useState<string>();
  const { make, failure } = useChange();
  const confirm = async () => {
    const words = typed.trim();
    setMissing(reason === "required" && words === "" ? "Enter a reason. The other side will see it." : undefined);
    if (reason === "required" && words === "") return false;
    return make({ run: () => run(words === "" ? undefined : words), done, leaveTo });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      text={text}
      confirmLabel={confirmLabel}
      tone={tone}
      onConfirm={confirm}
    >
      <div className="grid gap-4 empty:hidden">
        <RefusalNote failure={failure} />
        {children}
        {reason === "none" ? null : (
          <Field
            label="Reason"
            name="reason"
            required={reason === "required"}
            optional={reason === "optional"}
            error={missing}
            errors={failure?.fields}
            hint={reasonHint}
          >
            <Textarea rows={3} maxLength={500} value={typed} onChange={(event) => setTyped(event.target.value)} />
          </Field>
        )}
      </div>
    </ConfirmDialog>
  );
}

/** Why it was refused, unless a field has its own message. */
export function RefusalNote({ failure }: { failure: ActionFailure | undefined }) {
  if (!failure || (failure.code === "invalid" && failure.fields?.length)) return null;
  return <FormMessage title={failure.message}>This page has been updated.</FormMessage>;
}
