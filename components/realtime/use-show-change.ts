"use client";
import { useRouter } from "next/navigation";
import { startTransition, useContext } from "react";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { RealtimeContext } from "./realtime-provider";

/**
 * Brings the page up to date after an action, also after a refusal: what is on the screen is not how things are any
 * more. Once, together with the change's own event. Resolves when the page shows it; where nothing is live, at once.
 */
export function useShowChange(): (result: ActionResult<unknown>) => Promise<void> {
  const router = useRouter();
  const realtime = useContext(RealtimeContext);
  return async (result) => {
    if (realtime) await realtime.live.changed(result.ok ? (result.events ?? []) : []);
    else startTransition(() => router.refresh());
  };
}
