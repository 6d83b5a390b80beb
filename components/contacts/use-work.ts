"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { announceResult } from "./announce-done";

export type Work = {
  /**
   * Runs it, announces the result, and refreshes the page whatever the result, so that someone who was too late sees
   * the current state; or goes to `leaveTo` once it is done. Returns the failure, if it was refused.
   */
  run: <T>(
    key: string,
    done: string,
    call: () => Promise<ActionResult<T>>,
    leaveTo?: Route,
  ) => Promise<ActionFailure | undefined>;
  /** What is pending, until the page shows the result. */
  pending: string | undefined;
};

/** Steps on a page that lists what they change: each stays pending until the page shows the result. */
export function useWork(): Work {
  const router = useRouter();
  const show = useShowChange();
  const [pending, setPending] = useState<string>();
  const run: Work["run"] = async (key, done, call, leaveTo) => {
    setPending(key);
    const settle = () => setPending((now) => (now === key ? undefined : now));
    const result = await tryAction(call);
    if (result.ok) announceResult(done, result.data);
    if (result.ok && leaveTo) {
      router.replace(leaveTo);
      settle();
    } else void show(result).then(settle);
    return result.ok ? undefined : result.error;
  };
  return { run, pending };
}
