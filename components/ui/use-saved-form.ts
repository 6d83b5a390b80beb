"use client";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { toast } from "./toast";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

/**
 * A form that saves: pending, its result, and the refreshed page. What was typed stays. `onSaved` may announce better
 * words than `done`.
 */
export function useSavedForm(done: string) {
  const router = useRouter();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isSaving, startSaving] = useTransition();
  const said = useRef<string | number>(undefined);
  const save = <T>(call: () => Promise<ActionResult<T>>, onSaved?: (data: T) => string | void) =>
    startSaving(async () => {
      setFailure(undefined);
      // The previous "Saved" is not true of this save.
      if (said.current !== undefined) toast.dismiss(said.current);
      const result = await tryAction(call);
      if (!result.ok) {
        setFailure(result.error);
        if (result.error.code === "version-mismatch") router.refresh();
        return;
      }
      said.current = toast.success(onSaved?.(result.data) ?? done);
      router.refresh();
    });
  return { save, failure, isSaving };
}
