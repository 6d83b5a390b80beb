import type { Moment } from "@/lib/platform/db/moment";

/** How many things' last changes are remembered before all pages are let go instead. */
const MOST_TAGS = 50_000;
/** After a longer silence everything counts as changed: what has changed is kept for an hour only. */
const SILENCE_MS = 600_000;

/** Reads what has changed since a snapshot; null when it can't tell, and everything may have. */
export type ReadChanges = (since: string | null) => Promise<{ moment: Moment; tags: string[] | null }>;
/** How far the log has come, in its own numbers, and the moment up to which it knows everything. */
export type CaughtUp = { number: number; moment: Moment };

/**
 * What has changed, as this process has heard, in its own numbers: what is made after `caughtUp()` with the number it
 * returned contains every change up to it, and `isCurrent` tells whether anything it depends on has changed since.
 */
export class ChangeLog {
  private number = 1;
  /** Everything from before it may have changed. */
  private floor = 1;
  private readonly changed = new Map<string, number>();
  private snapshot: string | null = null;
  private heardAt = -Infinity;
  private running: Promise<CaughtUp> | undefined;
  private next: Promise<CaughtUp> | undefined;

  constructor(
    private readonly read: ReadChanges,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Resolves when every change that was committed before this call is known. One question at a time is asked for all: who comes
   * while it is under way shares the next.
   */
  caughtUp(): Promise<CaughtUp> {
    if (this.next) return this.next;
    if (!this.running) return this.start();
    const again = () => this.start();
    return (this.next = this.running.then(again, again));
  }

  isCurrent(since: number, tags: Iterable<string>): boolean {
    if (since < this.floor) return false;
    for (const tag of tags) if ((this.changed.get(tag) ?? 0) > since) return false;
    return true;
  }

  private start(): Promise<CaughtUp> {
    this.next = undefined;
    const asking = this.ask().finally(() => {
      if (this.running === asking) this.running = undefined;
    });
    return (this.running = asking);
  }

  private async ask(): Promise<CaughtUp> {
    const askedAt = this.now();
    const since = askedAt - this.heardAt > SILENCE_MS ? null : this.snapshot;
    try {
      const { moment, tags } = await this.read(since);
      if (tags === null || since === null || this.changed.size > MOST_TAGS) this.forget();
      else if (tags.length > 0) {
        this.number += 1;
        for (const tag of tags) this.changed.set(tag, this.number);
      }
      this.snapshot = moment.snapshot;
      this.heardAt = askedAt;
      return { number: this.number, moment };
    } catch (error) {
      this.snapshot = null;
      throw error;
    }
  }

  private forget(): void {
    this.number += 1;
    this.floor = this.number;
    this.changed.clear();
  }
}
