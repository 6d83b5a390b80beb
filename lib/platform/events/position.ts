import { createHash } from "node:crypto";
import { openSealed, seal } from "@/lib/platform/auth/seal";
import type { Moment } from "@/lib/platform/db/moment";

/** Which transactions a page has seen: those before `xmax` but the unfinished. */
export type Position = { era: string; at: number; xmax: bigint; unfinished: bigint[] };

/** How many transactions under way are told apart. With more, everything from the next on counts as not seen. */
const MOST_UNFINISHED = 8;
const FOR = { purpose: "positions of pages" } as const;
const PLACES = { at: 0, era: 6, xmax: 14, unfinished: 22, end: 22 + 4 * MOST_UNFINISHED };

/** Returns the era as positions have it. */
export function eraOf({ era }: Pick<Moment, "era">): string {
  return createHash("sha256").update(era).digest("hex").slice(0, 16);
}

/**
 * Seals a moment for a page, always at the same length. No reader can open it: how many transactions there are
 * would tell how busy the site is.
 */
export function sealPosition(moment: Moment): string {
  const [, end = "0", list = ""] = moment.snapshot.split(":");
  const known = list === "" ? [] : list.split(",").map(BigInt);
  const xmax = known[MOST_UNFINISHED] ?? BigInt(end);
  const bytes = Buffer.alloc(PLACES.end);
  bytes.writeUIntBE(Math.round(moment.at * 1000), PLACES.at, 6);
  bytes.write(eraOf(moment), PLACES.era, "hex");
  bytes.writeBigUInt64BE(xmax, PLACES.xmax);
  for (const [nth, txid] of known.slice(0, MOST_UNFINISHED).entries())
    bytes.writeUInt32BE(Number(xmax - txid), PLACES.unfinished + 4 * nth);
  return seal(bytes.toString("base64"), FOR);
}

/** Returns a page's position; null for a text that isn't one of ours. */
export function openPosition(sealed: string): Position | null {
  let bytes: Buffer;
  try {
    bytes = Buffer.from(openSealed(sealed, FOR), "base64");
  } catch {
    return null;
  }
  const xmax = bytes.readBigUInt64BE(PLACES.xmax);
  const unfinished = Array.from({ length: MOST_UNFINISHED }, (_, nth) =>
    BigInt(bytes.readUInt32BE(PLACES.unfinished + 4 * nth)),
  );
  return {
    at: bytes.readUIntBE(PLACES.at, 6) / 1000,
    era: bytes.toString("hex", PLACES.era, PLACES.xmax),
    xmax,
    unfinished: unfinished.filter((distance) => distance > 0n).map((distance) => xmax - distance),
  };
}
