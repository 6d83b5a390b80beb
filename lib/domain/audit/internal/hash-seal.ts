import { createHash } from "node:crypto";
import type { RowOf } from "@/lib/platform/db/statement";
import type { sealsAfter } from "../statements";

type Row = RowOf<typeof sealsAfter>;
export type Seal = Omit<Row, "digests" | "hash" | "previousHash"> & Record<"digests" | "hash" | "previousHash", Buffer>;

export function readSeal({ digests, hash, previousHash, ...row }: Row): Seal {
  return { ...row, digests: Buffer.from(digests), hash: Buffer.from(hash), previousHash: Buffer.from(previousHash) };
}

/** What the first seal follows. */
export const ZERO_HASH = Buffer.alloc(32);

/** A seal's hash from all it holds, as seal_audit() makes it. */
export function hashOf(seal: Seal): Buffer {
  const { number, cluster, fromTxid, toTxid, toPosition, nextTxid, sealedAt, positions } = seal;
  const text = [number, cluster, fromTxid, toTxid, toPosition, nextTxid, sealedAt.getTime(), positions].join("|");
  return createHash("sha256").update(seal.previousHash).update(text, "utf8").update(seal.digests).digest();
}
