import type { RowOf } from "@/lib/platform/db/statement";
import type { entriesAt } from "../statements";
import type { Seal } from "./hash-seal";
import type { Archived } from "./read-archived";

type Entry = RowOf<typeof entriesAt>;

/** By server, in the order of its seals: transactions from this one on began after this time. */
export type Floors = Map<bigint, { txid: bigint; at: Date }[]>;

/** Clocks are set back now and then; by more than this they are not. */
const CLOCK_MS = 60_000;

/** Compares entries with the seals that cover them, and says what is wrong with each; not with those that can't be read. */
export function checkEntries(seals: Seal[], entries: Entry[], floors: Floors, unread: Archived["unread"]): string[] {
  const now = new Map<bigint, Entry>();
  const found: string[] = [];
  for (const entry of entries) {
    // A position is unique within a month only.
    if (now.has(entry.position)) found.push(`Entry ${entry.position} is there twice.`);
    now.set(entry.position, entry);
  }
  const altered = new Map<bigint, { sealed: string; now: string; seal: bigint }>();
  for (const seal of seals) {
    const positions = seal.positions === "" ? [] : seal.positions.split(",").map(BigInt);
    for (const [index, position] of positions.entries()) {
      const sealed = seal.digests.subarray(index * 32, index * 32 + 32);
      const entry = now.get(position);
      if (!entry && unread.some(({ first, last }) => first <= position && position <= last)) continue;
      if (!entry) found.push(`Entry ${position} of seal ${seal.number} was removed.`);
      else if (!sealed.equals(entry.digest))
        altered.set(position, { sealed: hex(sealed), now: hex(entry.digest), seal: seal.number });
      else found.push(...checkTime(entry, seal, floors));
    }
  }
  return [...found, ...nameAltered(altered)];
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** An entry with the content of another one was swapped with it; otherwise its own was changed. */
function nameAltered(altered: Map<bigint, { sealed: string; now: string; seal: bigint }>): string[] {
  const bySealed = new Map(Array.from(altered, ([position, { sealed }]) => [sealed, position]));
  return Array.from(altered, ([position, { now, seal }]) => {
    const origin = bySealed.get(now);
    return origin === undefined
      ? `Entry ${position} of seal ${seal} was altered.`
      : `Entry ${position} of seal ${seal} was reordered: it was entry ${origin}.`;
  });
}

/** An entry can't be older than a seal that was made before its transaction began, nor younger than its own seal. */
function checkTime({ position, txid, occurredAt }: Entry, seal: Seal, floors: Floors): string[] {
  const at = occurredAt.getTime();
  const floor = floorOf(floors, seal.cluster, txid);
  if (floor !== null && at < floor - CLOCK_MS) {
    return [
      `Entry ${position} of seal ${seal.number} was backdated: it claims ${occurredAt.toISOString()}, and was written after ${new Date(floor).toISOString()}.`,
    ];
  }
  return at > seal.sealedAt.getTime() + CLOCK_MS
    ? [`Entry ${position} of seal ${seal.number} claims a time after its seal was made.`]
    : [];
}

/** When the last seal was made that this transaction began after; null without one. */
function floorOf(floors: Floors, cluster: bigint, txid: bigint): number | null {
  const ofServer = floors.get(cluster) ?? [];
  let [low, high] = [0, ofServer.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ofServer[middle]!.txid <= txid) low = middle + 1;
    else high = middle;
  }
  return ofServer[low - 1]?.at.getTime() ?? null;
}
