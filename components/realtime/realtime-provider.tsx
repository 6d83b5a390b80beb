"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useState, useTransition } from "react";
import { blockers } from "@/lib/platform/http/browser/blocker";
import { LiveRefresh } from "@/lib/platform/realtime/browser/live-refresh";
import { noteChange } from "@/lib/platform/recency/just-changed";
import { realtimeClient, type RealtimeClient } from "@/lib/platform/realtime/browser/realtime-client";
import type { RealtimeClientConfig } from "@/lib/platform/realtime/wire";

type Realtime = { client: RealtimeClient; live: LiveRefresh };

export const RealtimeContext = createContext<Realtime | null>(null);

/** Provides the tab's live connection; it opens when the first component listens. */
export function RealtimeProvider({ config, children }: { config: RealtimeClientConfig; children: ReactNode }) {
  const router = useRouter();
  const [isRefreshing, startTransition] = useTransition();
  const [realtime] = useState<Realtime>(() => {
    const client = realtimeClient(config);
    client.isSignedOut = () => blockers.isLeaving;
    const refresh = () => {
      noteChange();
      startTransition(() => router.refresh());
    };
    return { client, live: new LiveRefresh(client, refresh) };
  });

  useEffect(() => realtime.live.watchTab(), [realtime]);
  useEffect(() => blockers.onReturn(() => realtime.client.renew()), [realtime]);
  useEffect(() => {
    if (!isRefreshing) realtime.live.settled();
  }, [realtime, isRefreshing]);

  return <RealtimeContext value={realtime}>{children}</RealtimeContext>;
}

/** For the hooks of this folder. */
export function useRealtime(): Realtime {
  const realtime = useContext(RealtimeContext);
  if (realtime === null) throw new Error("Live components belong inside <RealtimeProvider>.");
  return realtime;
}
