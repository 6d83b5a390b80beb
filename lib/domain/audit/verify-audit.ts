import { sql } from "@/lib/platform/db/sql";
import { checkEntries, type Floors } from "./internal/check-entries";
import { hashOf, readSeal, ZERO_HASH, type Seal } from "./internal/hash-seal";
import { entriesAt, entriesBehind, sealsAfter, unsealedEntries } from "./statements";

/** How many entries are compared at once, about. */
const AT_ONCE = 20_000;
/** Of one kind, of which a table that was emptied has very many. */
const MOST_NAMED = 100;

export type SealedAs = { number: bigint; hash: string };

export type AuditReport = {
  entries: number;
  seals: number;
  /** The number and hash to note down outside of this database. */
  last: (SealedAs & { sealedAt: Date }) | null;
  unsealed: { count: number; oldestSeconds: number };
  /** What was done to the trail, each in a sentence; empty when it is whole. */
  findings: string[];
};

/**
 * Compares the whole audit trail with its seals: names each entry that was altered, removed, inserted afterwards or
 * swapped, and each seal that was changed or is missing. With `expected`, noted down earlier, it also finds a trail whose
 * end was cut off or that was sealed anew. It believes none of the database's functions.
 */
export async function verifyAudit(expected: SealedAs | null = null): Promise<AuditReport> {
  const findings: string[] = [];
  const floors: Floors = new Map();
  let last: Seal | null = null;
  let entries = 0;
  let isExpected = expected === null;
  for (;;) {
    const seals: Seal[] = (await sealsAfter(sql, last?.number ?? 0n, AT_ONCE)).map(readSeal);
    if (seals.length === 0) break;
    for (const seal of seals) {
      findings.push(...checkSeal(seal, last, floors));
      if (expected?.number === seal.number) isExpected = seal.hash.toString("hex") === expected.hash;
      last = seal;
    }
    const rows = await entriesAt(sql, seals.map(({ positions }) => positions).join(","));
    findings.push(...checkEntries(seals, rows, floors));
    entries += seals.reduce((sum, { digests }) => sum + digests.length / 32, 0);
  }
  for (const { position } of await entriesBehind(sql, MOST_NAMED)) {
    findings.push(`Entry ${position} was inserted afterwards: it lies before the last seal, and no seal covers it.`);
  }
  if (!isExpected) {
    findings.push(
      `The trail isn't the one that seal ${expected?.number} was noted from: its end was cut off, or it was sealed anew.`,
    );
  }
  const [unsealed] = await unsealedEntries(sql);
  return {
    entries,
    seals: Number(last?.number ?? 0),
    last: last && { number: last.number, hash: last.hash.toString("hex"), sealedAt: last.sealedAt },
    unsealed: unsealed ?? { count: 0, oldestSeconds: 0 },
    findings,
  };
}

function checkSeal(seal: Seal, previous: Seal | null, floors: Floors): string[] {
  const found: string[] = [];
  const { number } = seal;
  const after = previous?.number ?? 0n;
  if (number !== after + 1n) found.push(removedText(after + 1n, number - 1n));
  else if (!seal.previousHash.equals(previous?.hash ?? ZERO_HASH))
    found.push(`Seal ${number} doesn't follow seal ${after}.`);
  if (!hashOf(seal).equals(seal.hash)) found.push(`Seal ${number} was altered.`);
  if (seal.cluster === 0n && Array.from(floors.keys()).some((cluster) => cluster !== 0n)) {
    found.push(`The entries of seal ${number} were inserted afterwards, as if from before there were seals.`);
  }
  const ofServer = floors.get(seal.cluster) ?? [];
  floors.set(seal.cluster, ofServer);
  if (seal.nextTxid > 0n) ofServer.push({ txid: seal.nextTxid, at: seal.sealedAt });
  return found;
}

const removedText = (from: bigint, to: bigint) =>
  from === to ? `Seal ${from} was removed.` : `Seals ${from} to ${to} were removed.`;
