"use client";
import { useRouter } from "next/navigation";
import { startTransition, useContext } from "react";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { RealtimeContext } from "./realtime-provider";

/**
 * Refreshes the page after an action, also after a refusal, because the screen may be outdated. Once, together with the
 * change's own event. Resolves when the page shows it; at once where nothing is live.
 */
export function useShowChange(): (result: ActionResult<unknown>) => Promise<void> {
  const router = useRouter();
  const realtime = useContext(RealtimeContext);
  return async (result) => {
    if (realtime) await realtime.live.changed(result.ok ? (result.events ?? []) : []);
    else startTransition(() => router.refresh());
  };
}
