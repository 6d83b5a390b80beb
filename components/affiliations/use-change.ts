"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { countIn, announceDoneToMany } from "@/components/contacts/announce-done";
import { useShowChange } from "@/components/realtime/use-show-change";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

export type Change = { run: () => Promise<ActionResult<unknown>>; done: string; leaveTo?: string | undefined };

/**
 * Makes a change and refreshes the page whatever the result, so that someone who was too late sees the current state.
 * Returns whether it succeeded; `failure` stays until the next attempt, and so does what was typed.
 */
export function useChange() {
  const router = useRouter();
  const show = useShowChange();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isMaking, setMaking] = useState(false);
  const [isLeaving, startLeaving] = useTransition();
  const make = async ({ run, done, leaveTo }: Change): Promise<boolean> => {
    setMaking(true);
    const result = await tryAction(run);
    setFailure(result.ok ? undefined : result.error);
    if (result.ok) announceDoneToMany(done, countIn(result.data));
    if (result.ok && leaveTo) {
      startLeaving(() => router.replace(leaveTo as Route));
      setMaking(false);
    } else void show(result).then(() => setMaking(false));
    return result.ok;
  };
  return { make, failure, isPending: isMaking || isLeaving, clear: () => setFailure(undefined) };
}
