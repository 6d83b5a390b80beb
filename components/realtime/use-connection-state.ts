"use client";
import { useSyncExternalStore } from "react";
import { type ConnectionState, IDLE } from "@/lib/platform/realtime/browser/connection-state";
import { useRealtime } from "./realtime-provider";

/** Whether the screen is live, and until when it was. `idle` on the server. */
export function useConnectionState(): ConnectionState {
  const { state } = useRealtime().client;
  return useSyncExternalStore(state.subscribe, state.get, () => IDLE);
}
