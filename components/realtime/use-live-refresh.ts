"use client";
import { useEffect } from "react";
import { useRealtime } from "./realtime-provider";

/**
 * Keeps a server-rendered page current: refreshes it when something happens on these channels, after a reconnection,
 * and when someone comes back to the tab. What users are typing or have open stays as it is. `secret` opens a channel
 * without an account.
 */
export function useLiveRefresh(channels: readonly string[], secret?: string): void {
  const { live } = useRealtime();
  const names = channelKey(channels);
  useEffect(() => live.follow(channelNames(names), secret), [live, names, secret]);
}

/** Channels as one text, so that a new array with the same names is not a change. */
export function channelKey(channels: readonly string[]): string {
  return [...new Set(channels)].sort().join(" ");
}

export function channelNames(key: string): string[] {
  return key === "" ? [] : key.split(" ");
}
