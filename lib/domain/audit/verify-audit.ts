import { sql } from "@/lib/platform/db/sql";
import type { Floors } from "./internal/check-entries";
import { checkSeal } from "./internal/check-seal";
import { compareEntries } from "./internal/compare-entries";
import { readSeal, type Seal } from "./internal/hash-seal";
import { entriesBehind, sealsAfter, unsealedEntries } from "./statements";
import { MOST_FINDINGS, STRETCH_ENTRIES } from "./status";

export type SealedAs = { number: bigint; hash: string };

export type AuditReport = {
  entries: number;
  seals: number;
  /** The number and hash to note down outside of this database. */
  last: (SealedAs & { sealedAt: Date }) | null;
  unsealed: { count: number; oldestSeconds: number };
  /** What was done to the trail, each in a sentence; empty when it is whole. */
  findings: string[];
  /** What of the archive can't be read, each in a sentence: its entries are not compared. */
  unread: string[];
};

/**
 * Compares the whole audit trail with its seals: names each entry that was altered, removed, inserted afterwards or
 * swapped, and each seal that was changed or is missing. It reads archived months from their files, and names those that are missing
 * or damaged. With `expected`, noted down earlier, it also finds a trail whose
 * end was cut off or that was sealed anew. It believes none of the database's functions.
 */
export async function verifyAudit(expected: SealedAs | null = null): Promise<AuditReport> {
  const findings: string[] = [];
  const unread = new Set<string>();
  const floors: Floors = new Map();
  let last: Seal | null = null;
  let entries = 0;
  let isExpected = expected === null;
  for (;;) {
    const after = last?.number ?? 0n;
    const seals: Seal[] = (await sealsAfter(sql, after, STRETCH_ENTRIES)).map(readSeal);
    if (seals.length === 0) break;
    for (const seal of seals) {
      findings.push(...checkSeal(seal, last, floors));
      if (expected?.number === seal.number) isExpected = seal.hash.toString("hex") === expected.hash;
      last = seal;
    }
    const compared = await compareEntries(seals, after, floors);
    findings.push(...compared.found);
    for (const fault of compared.unread) unread.add(fault);
    entries += seals.reduce((sum, { digests }) => sum + digests.length / 32, 0);
  }
  for (const { position } of await entriesBehind(sql, MOST_FINDINGS)) {
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
    unread: [...unread],
  };
}
