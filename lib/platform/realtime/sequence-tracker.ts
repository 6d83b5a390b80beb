import type { SpineEvent } from "./wire";

/** `duplicate`: received before. `next`: expected. `refetch`: something was missed, so read again. */
export type Sighting = "next" | "duplicate" | "refetch";

/** How many aggregates are remembered; the least recently used one is dropped. */
const CAPACITY = 2_000;

/**
 * Remembers the last sequence of each aggregate. Deliveries come at least once and in order per aggregate, so a number
 * not above the last is a repeat and a number beyond the next is a loss. The first one is no gap: what came before it
 * was in the page when it was rendered.
 */
export class SequenceTracker {
  private readonly last = new Map<string, number>();

  constructor(private readonly capacity = CAPACITY) {}

  /** Records one event and classifies it. */
  observe({ aggregate, aggregateId, sequence }: Pick<SpineEvent, "aggregate" | "aggregateId" | "sequence">): Sighting {
    const key = `${aggregate}:${aggregateId}`;
    const last = this.last.get(key);
    if (last !== undefined && sequence <= last) return "duplicate";
    // Deleted first, so that the map is in order of last use.
    this.last.delete(key);
    this.last.set(key, sequence);
    if (this.last.size > this.capacity) {
      const [oldest] = this.last.keys();
      if (oldest !== undefined) this.last.delete(oldest);
    }
    return last !== undefined && sequence > last + 1 ? "refetch" : "next";
  }
}
