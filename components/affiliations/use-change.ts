"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { countIn, sayDoneToMany } from "@/components/contacts/say-done";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

export type Change = { run: () => Promise<ActionResult<unknown>>; done: string; leaveTo?: string | undefined };

/**
 * Makes a change and brings the page up to date, whatever came of it: who was too late sees what is true now. Answers
 * whether it was made; `failure` stays until the next attempt, and what was typed stays with it.
 */
export function useChange() {
  const router = useRouter();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isPending, start] = useTransition();
  const make = ({ run, done, leaveTo }: Change) =>
    new Promise<boolean>((resolve) => {
      start(async () => {
        const result = await tryAction(run);
        setFailure(result.ok ? undefined : result.error);
        if (result.ok) sayDoneToMany(done, countIn(result.data));
        resolve(result.ok);
        start(() => (result.ok && leaveTo ? router.replace(leaveTo as Route) : router.refresh()));
      });
    });
  return { make, failure, isPending, clear: () => setFailure(undefined) };
}
