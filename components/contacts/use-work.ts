"use client";
import { useState } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { notifiedIn, announceDone } from "./announce-done";

export type Work = {
  /** Runs it, announces the result, and refreshes the page. Returns the failure, if it was refused. */
  run: <T>(key: string, done: string, call: () => Promise<ActionResult<T>>) => Promise<ActionFailure | undefined>;
  /** What is pending, until the page shows the result. */
  pending: string | undefined;
};

/** Steps on a page that lists what they change: each stays pending until the page shows the result. */
export function useWork(): Work {
  const show = useShowChange();
  const [pending, setPending] = useState<string>();
  const run: Work["run"] = async (key, done, call) => {
    setPending(key);
    const result = await tryAction(call);
    if (result.ok) announceDone(done, notifiedIn(result.data));
    void show(result).then(() => setPending((now) => (now === key ? undefined : now)));
    return result.ok ? undefined : result.error;
  };
  return { run, pending };
}
