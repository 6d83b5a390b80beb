"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { notifiedIn, sayDone } from "@/components/contacts/say-done";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

export type BedWork = {
  /** Does it, says what came of it, and reads the page again. Answers the failure, if it was refused. */
  run: <T>(key: string, done: string, call: () => Promise<ActionResult<T>>) => Promise<ActionFailure | undefined>;
  /** What is under way, until the page shows what came of it. */
  pending: string | undefined;
};

/** Steps on the board and on a stay's page: each stays pending until the page shows what came of it. */
export function useBedWork(): BedWork {
  const router = useRouter();
  const [key, setKey] = useState<string>();
  const [isWorking, startWork] = useTransition();
  const run: BedWork["run"] = (next, done, call) =>
    new Promise((resolve) => {
      setKey(next);
      startWork(async () => {
        const result = await tryAction(call);
        if (result.ok) sayDone(done, notifiedIn(result.data));
        resolve(result.ok ? undefined : result.error);
        // Also after a refusal: what is on the screen is not how things are any more.
        startWork(() => router.refresh());
      });
    });
  return { run, pending: isWorking ? key : undefined };
}
