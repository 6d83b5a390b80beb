import { iana } from "#iana";
import { unpackZone, type ZonePeriods } from "./unpack-zone";
import { DAY_MS } from "./iso-text";

/** The rules of one IANA time zone: offsets of instants and instants of local times, in epoch milliseconds. */
export class Zone {
  private periods: ZonePeriods | undefined;

  constructor(
    readonly name: string,
    private readonly packed: string,
  ) {}

  /** Returns the milliseconds east of UTC at an instant. */
  offsetAt(instant: number): number {
    const { offsets } = this.read();
    return offsets[this.periodAt(instant)] ?? 0;
  }

  /**
   * Returns the instant of a local time (given as if it were UTC) by Temporal's `compatible` rule: a time that does not
   * exist moves later by the gap, and of one that exists twice the earlier is used.
   */
  instantOf(local: number): number {
    return this.find(local, (_change, before) => local - before);
  }

  /**
   * Returns the first instant of the local date whose midnight (as if it were UTC) is given, also where midnight lies
   * in a gap.
   */
  startOfDate(midnight: number): number {
    return this.find(midnight, (change) => change);
  }

  /** Returns the offset at `from` and each change after it, until `to`. */
  changesBetween(from: number, to: number): { at: number; offset: number }[] {
    const { offsets, untils } = this.read();
    const first = this.periodAt(from);
    const changes = [{ at: from, offset: offsets[first] ?? 0 }];
    for (let index = first; (untils[index] ?? Infinity) < to; index++) {
      const offset = offsets[index + 1] ?? 0;
      if (offset !== changes.at(-1)?.offset) changes.push({ at: untils[index] ?? to, offset });
    }
    return changes;
  }

  /** Searches the periods around a local time; `inGap` decides when no period contains it. */
  private find(local: number, inGap: (change: number, offsetBefore: number) => number): number {
    const { offsets, untils } = this.read();
    // No offset exceeds a day, so the period a day earlier comes before any that could contain this time.
    for (let index = this.periodAt(local - DAY_MS); ; index++) {
      const until = untils[index] ?? Infinity;
      const offset = offsets[index] ?? 0;
      if (local - offset < until) return local - offset;
      const next = offsets[index + 1] ?? offset;
      if (local - next < until) return inGap(until, offset);
    }
  }

  private periodAt(instant: number): number {
    const { untils } = this.read();
    let [low, high] = [0, untils.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((untils[middle] ?? Infinity) > instant) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private read(): ZonePeriods {
    return (this.periods ??= unpackZone(this.packed));
  }
}

const zones = new Map<string, Zone>();

/** Returns a zone by its IANA name, old names included, in any case as in the database; null when there is none. */
export function zoneNamed(name: string): Zone | null {
  if (zones.size === 0) fill();
  return zones.get(name) ?? zones.get(name.toLowerCase()) ?? null;
}

/** Returns every name in the rules, old ones included. */
export function zoneNames(): string[] {
  if (zones.size === 0) fill();
  return [...new Set([...zones.values()].map(({ name }) => name))];
}

function fill(): void {
  for (const packed of iana?.zones ?? []) add(nameOf(packed), packed);
  for (const link of iana?.links ?? []) {
    const [target = "", name = ""] = link.split("|");
    const packed = iana?.zones.find((one) => nameOf(one) === target);
    if (packed) add(name, packed);
  }
}

function add(name: string, packed: string): void {
  const zone = new Zone(name, packed);
  zones.set(name, zone);
  zones.set(name.toLowerCase(), zone);
}

const nameOf = (packed: string) => packed.slice(0, packed.indexOf("|"));
