"use client";
import { useEffect, useEffectEvent } from "react";
import { useRealtime } from "./realtime-provider";

type Options = {
  /** Opens a channel without an account. */
  secret?: string | undefined;
  /** The moment at which the page was read, as the server says; without one it is read again whenever it may have missed something. */
  since?: string | null;
};

/**
 * Keeps a server-rendered page current: refreshes it when something happens on these channels, or has happened before they
 * were joined, during an interruption, or while its tab was away. What users are typing or have open stays as it is.
 */
export function useLiveRefresh(channels: readonly string[], { secret, since = null }: Options = {}): void {
  const { live } = useRealtime();
  const names = channelKey(channels);
  const latest = useEffectEvent(() => since);
  useEffect(() => live.follow(channelNames(names), { key: secret, since: () => latest() }), [live, names, secret]);
}

/** Channels as one text, so that a new array with the same names is not a change. */
export function channelKey(channels: readonly string[]): string {
  return [...new Set(channels)].sort().join(" ");
}

export function channelNames(key: string): string[] {
  return key === "" ? [] : key.split(" ");
}
