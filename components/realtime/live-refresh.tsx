"use client";
import { useLiveRefresh } from "./use-live-refresh";

/** `useLiveRefresh` for server components: `<LiveRefresh channels={["doctor-…"]} />` anywhere on the page. */
export function LiveRefresh({ channels, secret }: { channels: readonly string[]; secret?: string }) {
  useLiveRefresh(channels, secret);
  return null;
}
