import type { SpineEvent } from "./wire";

/** `duplicate`: seen already. `next`: expected. `refetch`: something in between was missed, read again. */
export type Sighting = "next" | "duplicate" | "refetch";

/** How many aggregates are remembered; the one unheard for longest goes first. */
const CAPACITY = 2_000;

/**
 * Remembers the last sequence of each aggregate. Deliveries come at least once and in order per aggregate, so a
 * number not above the last is a repeat and a number beyond the next is a loss. The first sighting is no gap:
 * what came before it was in the page when it was rendered.
 */
export class SequenceTracker {
  private readonly last = new Map<string, number>();

  constructor(private readonly capacity = CAPACITY) {}

  /** Takes note of one event and says what it means. */
  observe({ aggregate, aggregateId, sequence }: Pick<SpineEvent, "aggregate" | "aggregateId" | "sequence">): Sighting {
    const key = `${aggregate}:${aggregateId}`;
    const last = this.last.get(key);
    if (last !== undefined && sequence <= last) return "duplicate";
    // Deleted first, so that the map's order is the order of last hearing.
    this.last.delete(key);
    this.last.set(key, sequence);
    if (this.last.size > this.capacity) {
      const [oldest] = this.last.keys();
      if (oldest !== undefined) this.last.delete(oldest);
    }
    return last !== undefined && sequence > last + 1 ? "refetch" : "next";
  }
}
