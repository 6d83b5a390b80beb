import { readQueueState } from "@/lib/platform/jobs/queue-state";
import { channelsReachable } from "@/lib/platform/realtime/channels-reachable";

/** What the site can do without, with less functionality. */
export type MissingPart = "live-updates" | "background-work" | "record-keys";

const CACHE_MS = 5_000;
const TIMEOUT_MS = 2_000;

let known: { at: number; areLive: Promise<boolean> } | undefined;

/**
 * Returns the parts that are down: the channels server accepts no connections, no worker was heard from for half a minute,
 * or the keys of the records can't be opened.
 */
export function missingParts(state: { hasWorker: boolean; channels: boolean; hasKeys: boolean }): MissingPart[] {
  return [
    ...(state.hasKeys ? [] : ["record-keys" as const]),
    ...(state.channels ? [] : ["live-updates" as const]),
    ...(state.hasWorker ? [] : ["background-work" as const]),
  ];
}

async function checkParts(): Promise<boolean> {
  const [queue, channels] = await Promise.all([readQueueState(), channelsReachable()]);
  return queue.hasWorker && channels;
}

/**
 * Tells whether changes reach open pages by themselves: the worker, which sends them, and the channels server, which
 * delivers them, are both up. Checked at most every five seconds; never throws and never waits long, because pages call
 * it while rendering.
 */
export async function hasLiveUpdates(): Promise<boolean> {
  if (!known || Date.now() - known.at > CACHE_MS) {
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, TIMEOUT_MS, true).unref());
    known = { at: Date.now(), areLive: Promise.race([checkParts().catch(() => true), late]) };
  }
  return known.areLive;
}
