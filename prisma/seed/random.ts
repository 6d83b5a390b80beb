import { v7 } from "uuid";

/** A deterministic random generator: mulberry32, 32 bits of state. */
export class Chance {
  constructor(private state: number) {}

  /** Returns a number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Returns a whole number from `min` to `max`, inclusive. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.int(0, list.length - 1)];
    if (one === undefined) throw new Error("There is nothing to pick from.");
    return one;
  }

  /** Returns a UUIDv7 of this instant with bits from this generator. */
  id(at: Date): string {
    const random = Uint8Array.from({ length: 16 }, () => this.int(0, 255));
    return v7({ msecs: at.getTime(), random, seq: this.int(0, 0x7fffffff) });
  }
}
