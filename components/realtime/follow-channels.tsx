"use client";
import { useLiveRefresh } from "./use-live-refresh";

type Props = { channels: readonly string[]; secret: string | undefined; since: string | null };

/** The browser's part of `<LiveRefresh>`. */
export function FollowChannels({ channels, secret, since }: Props) {
  useLiveRefresh(channels, { secret, since });
  return null;
}
