import { createHash } from "node:crypto";

const SIZE = 1n << 256n;

/** How many rows, and the sum of their SHA-256: the same for the same rows in any order. */
export type Tally = { rows: number; digest: string };

export class Tallying {
  private sum = 0n;
  private rows = 0;

  add(line: string | Uint8Array): void {
    this.rows += 1;
    this.sum = (this.sum + BigInt(`0x${createHash("sha256").update(line).digest("hex")}`)) % SIZE;
  }

  get tally(): Tally {
    return { rows: this.rows, digest: this.sum.toString(16).padStart(64, "0") };
  }
}
