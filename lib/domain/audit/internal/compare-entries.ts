import { sql } from "@/lib/platform/db/sql";
import { endsBefore, entriesAt } from "../statements";
import { checkEntries, type Floors } from "./check-entries";
import type { Seal } from "./hash-seal";
import { readArchived, type ArchivedEntry } from "./read-archived";

type Compared = {
  found: string[];
  /** What of the archive can't be read, each in a sentence: that says nothing about the trail. */
  unread: string[];
};

/** Compares the entries that these seals cover with them, wherever they lie: in the database or in the archive. */
export async function compareEntries(seals: Seal[], after: bigint, floors: Floors): Promise<Compared> {
  const positions = seals.map((seal) => seal.positions).join(",");
  // In this order: what is archived meanwhile is found there.
  const rows = await entriesAt(sql, positions);
  const archived = await readArchived(positions);
  const sealed = new Set(positions.split(","));
  const isSealed = ({ position }: ArchivedEntry) => sealed.has(position.toString());
  const covered = archived.entries.filter(isSealed);
  const others = archived.entries.filter((entry) => !isSealed(entry));
  return {
    found: [
      ...checkEntries(seals, [...rows, ...covered], floors, archived.unread),
      ...(await nameInserted(seals, after, others)),
    ],
    unread: archived.faults,
  };
}

type Place = { txid: bigint; position: bigint };
const isBeyond = (a: Place, b: Place) => a.txid > b.txid || (a.txid === b.txid && a.position > b.position);

/** Archived entries that lie between the end of their server's seals before these and its end in these, though none covers them. */
async function nameInserted(seals: Seal[], after: bigint, others: ArchivedEntry[]): Promise<string[]> {
  if (others.length === 0) return [];
  const ends = new Map(seals.map((seal) => [seal.cluster, { txid: seal.toTxid, position: seal.toPosition }]));
  const before = new Map(
    (await endsBefore(sql, [...ends.keys()].join(","), after)).map((end) => [
      end.cluster,
      { txid: end.toTxid, position: end.toPosition },
    ]),
  );
  const isAmong = (entry: ArchivedEntry) => {
    const end = ends.get(entry.cluster);
    return end && !isBeyond(entry, end) && isBeyond(entry, before.get(entry.cluster) ?? { txid: -1n, position: 0n });
  };
  return others.filter(isAmong).map(({ position }) => insertedText(position));
}

/** Of an entry that lies before the end of the seals it was looked for in. */
export const insertedText = (position: bigint) =>
  `Entry ${position} was inserted afterwards: it lies among sealed ones, and no seal covers it.`;
