"use client";
import { Trash2 } from "lucide-react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { IconButton } from "@/components/ui/icon-button";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { useConfirmedStep } from "./use-confirmed-step";

type Props = {
  name: string;
  /** What it means for what belongs to it. */
  consequence: string;
  isDisabled?: boolean;
  call: () => Promise<ActionResult<unknown>>;
};

/** Removes a thing from a list after a question, and refreshes the page. */
export function RemoveButton({ name, consequence, isDisabled = false, call }: Props) {
  const remove = useConfirmedStep(call, `${name} removed`);
  return (
    <ConfirmDialog
      trigger={
        <IconButton label={`Remove ${name}`} size="sm" disabled={isDisabled}>
          <Trash2 aria-hidden />
        </IconButton>
      }
      title={`Remove ${name}?`}
      text={consequence}
      confirmLabel="Remove"
      onConfirm={remove}
    />
  );
}
