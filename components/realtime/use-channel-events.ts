"use client";
import { useEffect, useEffectEvent } from "react";
import { SequenceTracker } from "@/lib/platform/realtime/sequence-tracker";
import type { SpineEvent } from "@/lib/platform/realtime/wire";
import { useRealtime } from "./realtime-provider";
import { channelKey, channelNames } from "./use-live-refresh";

/**
 * Calls `onEvent` once for each event on these channels, in order per aggregate, and `onMissed` whenever events may
 * have been missed (joined, reconnected, a gap): then refresh.
 */
export function useChannelEvents(
  channels: readonly string[],
  onEvent: (event: SpineEvent) => void,
  onMissed?: () => void,
): void {
  const { client } = useRealtime();
  const names = channelKey(channels);
  const handleEvent = useEffectEvent(onEvent);
  const handleMissed = useEffectEvent(() => onMissed?.());

  useEffect(() => {
    const tracker = new SequenceTracker();
    const listener = {
      onEvent: (event: SpineEvent) => {
        const sighting = tracker.observe(event);
        if (sighting === "duplicate") return;
        if (sighting === "refetch") handleMissed();
        handleEvent(event);
      },
      onMissed: () => handleMissed(),
    };
    const stops = channelNames(names).map((name) => client.listen(name, listener));
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, names]);
}
