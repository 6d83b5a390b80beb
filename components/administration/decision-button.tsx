"use client";
import { useState } from "react";
import { decideAction } from "@/lib/domain/administration/actions";
import { DECISION_LABELS } from "@/lib/domain/administration/format";
import type { Candidate } from "@/lib/domain/administration/schema";
import { DECISIONS, type Decision } from "@/lib/domain/administration/status";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";

export type DecisionButtonProps = { candidate: Pick<Candidate, "id" | "kind" | "name" | "version">; decision: Decision };

/** Decides after a second look; where a reason is needed it is asked for, and kept when the decision fails. */
export function DecisionButton({ candidate, decision }: DecisionButtonProps) {
  const { id, kind, name, version } = candidate;
  const labels = DECISION_LABELS[decision];
  const { needsReason } = DECISIONS[decision];
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<string>();
  const confirm = async () => {
    const input = { id, kind, decision, expectedVersion: version, ...(needsReason ? { reason } : {}) };
    const result = await decideAction(input);
    if (result.ok) {
      toast.success(labels.done, { description: name });
      return true;
    }
    const field = result.error.fields?.find((error) => error.path === "reason")?.message;
    setFault(field);
    if (!field) toast.error(result.error.message, { description: "The list shows what is true now." });
    return !field;
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant={decision === "verify" ? "primary" : "secondary"} size="sm">
          {labels.label}
          <span className="sr-only"> {name}</span>
        </Button>
      }
      title={`${labels.question} ${name}?`}
      text={labels.text}
      confirmLabel={labels.label}
      tone={decision === "verify" ? "primary" : "danger"}
      onConfirm={confirm}
    >
      {needsReason ? (
        <Field label="Why" required error={fault} hint="They read this. One sentence is enough.">
          <Textarea value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} />
        </Field>
      ) : null}
    </ConfirmDialog>
  );
}
