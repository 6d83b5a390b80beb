"use client";
import { useState } from "react";
import { useWork } from "@/components/contacts/use-work";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";

/**
 * The one step of a card or a dialog. Returns whether it succeeded; `failure` stays until the next attempt, and so does
 * what was typed.
 */
export function useChange() {
  const { run, pending } = useWork();
  const [failure, setFailure] = useState<ActionFailure>();
  const make = async (done: string, call: () => Promise<ActionResult<unknown>>): Promise<boolean> => {
    const refused = await run("change", done, call);
    setFailure(refused);
    return refused === undefined;
  };
  return { make, failure, isPending: pending !== undefined, clear: () => setFailure(undefined) };
}
