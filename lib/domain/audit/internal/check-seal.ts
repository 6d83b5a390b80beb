import type { Floors } from "./check-entries";
import { hashOf, ZERO_HASH, type Seal } from "./hash-seal";

/** A seal, as far as the next one follows it. */
export type Followed = Pick<Seal, "number" | "hash">;

/** Compares a seal with the one before it and with its own hash, says what is wrong, and notes its floor. */
export function checkSeal(seal: Seal, previous: Followed | null, floors: Floors): string[] {
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
