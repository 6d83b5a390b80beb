"use client";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/actions/action-result";

export type DecisionDialogProps = {
  name: string;
  words: { label: string; done: string; title: string; text: string };
  isFriendly: boolean;
  needsReason: boolean;
  decide: (reason: string) => Promise<ActionResult<unknown>>;
};

/** Decides after a confirmation; a required reason is asked for, and kept when the decision fails. */
export function DecisionDialog({ name, words, isFriendly, needsReason, decide }: DecisionDialogProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<string>();
  const confirm = async () => {
    const result = await decide(reason);
    if (result.ok) {
      toast.success(words.done, { description: name });
      return true;
    }
    const field = result.error.fields?.find((error) => error.path === "reason")?.message;
    setFault(field);
    if (!field) toast.error(result.error.message, { description: "The list has been updated." });
    return !field;
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant={isFriendly ? "primary" : "secondary"} size="sm">
          {words.label}
          <span className="sr-only"> {name}</span>
        </Button>
      }
      title={words.title}
      text={words.text}
      confirmLabel={words.label}
      tone={isFriendly ? "primary" : "danger"}
      onConfirm={confirm}
    >
      {needsReason ? (
        <Field label="Reason" required error={fault} hint="They'll see this. One sentence is enough.">
          <Textarea value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} />
        </Field>
      ) : null}
    </ConfirmDialog>
  );
}
