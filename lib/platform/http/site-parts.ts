import { readQueueState } from "@/lib/platform/jobs/queue-state";
import { channelsReachable } from "@/lib/platform/realtime/channels-reachable";

/** What the site can do without, with less functionality. */
export const MISSABLE_PARTS = ["live-updates", "background-work", "record-keys"] as const;
export type MissingPart = (typeof MISSABLE_PARTS)[number];

/** What needs someone's attention while everything serves. */
export const WARNINGS = ["events-delayed", "jobs-delayed", "jobs-failed", "backup-old", "backup-behind"] as const;
export type Warning = (typeof WARNINGS)[number];

const EVENTS_DELAYED_SECONDS = 60;
const JOBS_DELAYED_SECONDS = 300;
/** A day, and the time a backup takes. */
const BACKUP_OLD_SECONDS = 26 * 3_600;
/** The log reaches the backups every minute. */
const BACKUP_BEHIND_SECONDS = 15 * 60;

/** Returns what needs attention. `backupAge` is null where no one says when the last backup was made. */
export function warningsOf(state: {
  outboxLag: number;
  queueLag: number;
  exhausted: number;
  backupAge: number | null;
  backupDelay: number | null;
}): Warning[] {
  return [
    ...(state.outboxLag > EVENTS_DELAYED_SECONDS ? ["events-delayed" as const] : []),
    ...(state.queueLag > JOBS_DELAYED_SECONDS ? ["jobs-delayed" as const] : []),
    ...(state.exhausted > 0 ? ["jobs-failed" as const] : []),
    ...((state.backupAge ?? 0) > BACKUP_OLD_SECONDS ? ["backup-old" as const] : []),
    ...((state.backupDelay ?? 0) > BACKUP_BEHIND_SECONDS ? ["backup-behind" as const] : []),
  ];
}

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
