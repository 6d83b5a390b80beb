"use client";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { useShowChange } from "./use-show-change";

/**
 * Returns what a `ConfirmDialog` does on "yes": takes the step, says `done` or why not, and refreshes the page. Resolves to
 * whether it was taken.
 */
export function useConfirmedStep(call: () => Promise<ActionResult<unknown>>, done: string): () => Promise<boolean> {
  const show = useShowChange();
  return async () => {
    const result = await tryAction(call);
    if (result.ok) toast.success(done);
    else toast.error(result.error.message);
    void show(result);
    return result.ok;
  };
}
