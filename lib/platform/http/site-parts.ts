import { readQueueState } from "@/lib/platform/jobs/queue-state";
import { channelsReachable } from "@/lib/platform/realtime/channels-reachable";

/** Parts beside the web server without which the site goes on, but not with everything. */
export type MissingPart = "live-updates" | "background-work";

const CACHE_MS = 5_000;
const TIMEOUT_MS = 2_000;

let known: { at: number; areLive: Promise<boolean> } | undefined;

/** Which parts are away: the channels server takes no connections, no worker has been heard for half a minute. */
export function missingParts(state: { hasWorker: boolean; channels: boolean }): MissingPart[] {
  return [
    ...(state.channels ? [] : ["live-updates" as const]),
    ...(state.hasWorker ? [] : ["background-work" as const]),
  ];
}

async function checkParts(): Promise<boolean> {
  const [queue, channels] = await Promise.all([readQueueState(), channelsReachable()]);
  return queue.hasWorker && channels;
}

/**
 * Whether what changes reaches open pages by itself: both the worker, which sends it, and the channels server, which hands
 * it on, are there. Looked up at most every five seconds; never throws and never waits long, for pages ask while they render.
 */
export async function hasLiveUpdates(): Promise<boolean> {
  if (!known || Date.now() - known.at > CACHE_MS) {
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, TIMEOUT_MS, true).unref());
    known = { at: Date.now(), areLive: Promise.race([checkParts().catch(() => true), late]) };
  }
  return known.areLive;
}
