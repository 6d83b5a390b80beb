"use client";
import { Trash2 } from "lucide-react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { useShowChange } from "./use-show-change";

type Props = {
  name: string;
  /** What it means for what belongs to it. */
  consequence: string;
  isDisabled?: boolean;
  call: () => Promise<ActionResult<unknown>>;
};

/** Removes a thing from a list after a question, and refreshes the page. */
export function RemoveButton({ name, consequence, isDisabled = false, call }: Props) {
  const show = useShowChange();
  const remove = async () => {
    const result = await tryAction(call);
    if (result.ok) toast.success(`${name} removed`);
    else toast.error(result.error.message);
    void show(result);
    return result.ok;
  };
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
