"use client";
import { useSyncExternalStore } from "react";
import { type ConnectionState, IDLE } from "@/lib/platform/realtime/browser/connection-state";
import { useRealtime } from "./realtime-provider";

/** Whether what is on the screen is being kept true, and until when it was. `idle` on the server. */
export function useConnectionState(): ConnectionState {
  const { state } = useRealtime().client;
  return useSyncExternalStore(state.subscribe, state.get, () => IDLE);
}
