import { sql, type Sql } from "@/lib/platform/db/sql";
import { bucketOf, mostOf, RateLimitedError, type RateLimit, type RateLimitState } from "./rate-limit";
import { addToWindows } from "./statements";

/** The share of a limit an instance may count before it tells the others. */
const MAX_UNFLUSHED_SHARE = 0.05;
const SETTLE_MS = 1_000;
/** Beyond this many callers within a window new ones are not counted: memory matters more than their limit. */
const MAX_CALLERS = 100_000;

type Count = {
  limit: RateLimit;
  key: string;
  most: number;
  /** What all instances had counted at the last flush. */
  known: number;
  /** What this one has counted since. */
  unflushed: number;
};

/**
 * Limits that apply to every request of an instance without a round trip: each counts in its own memory and shares its
 * counts through the database once a second, when there is enough to share. So a limit may be exceeded by what the
 * other instances admit within a second, and by a twentieth of it for each of them. Windows start with the minutes of
 * the clock. Without a database each instance applies the limits by itself.
 */
export class GeneralLimits {
  private counts = new Map<string, Count>();
  private window = 0;
  private timer: NodeJS.Timeout | undefined;
  private settling: Promise<void> | undefined;

  constructor(
    private readonly windowSeconds = 60,
    private readonly client: Sql = sql,
  ) {}

  /** Counts one request. Throws `rate-limited` when it is one too many; refused ones are not counted. */
  take({ name, limit }: Pick<RateLimit, "name" | "limit">, key: string, now = Date.now()): RateLimitState {
    this.turnTo(now);
    const full = { name, limit, windowSeconds: this.windowSeconds };
    const most = mostOf(full);
    const count = this.countOf(full, key, most);
    const used = count.known + count.unflushed;
    const resetSeconds = Math.max(1, Math.ceil(this.endsAt() / 1000 - now / 1000));
    const state = { ...full, limit: most, remaining: Math.max(0, most - used - 1), resetSeconds };
    if (used >= most) throw new RateLimitedError({ ...state, remaining: 0 });
    count.unflushed++;
    this.timer ??= setInterval(() => void this.settle(), SETTLE_MS).unref();
    return state;
  }

  /** Exchanges counts with the other instances. Callers far from the limit are skipped, so most never have a row. */
  settle(): Promise<void> {
    return (this.settling ??= this.tell().finally(() => (this.settling = undefined)));
  }

  private async tell(): Promise<void> {
    const due = [...this.counts.values()].filter(needsFlush);
    if (due.length === 0) return;
    const buckets = new Map(
      due.map((count) => [bucketOf(count.limit.name, `${count.key}\u0000${this.window}`), count]),
    );
    const told = new Map(due.map((count) => [count, count.unflushed]));
    const counts = [...buckets.values()].map((count) => told.get(count) ?? 0);
    try {
      const rows = await addToWindows(this.client, [...buckets.keys()], counts, new Date(this.endsAt()));
      for (const { bucket, count: all } of rows) {
        const count = buckets.get(bucket);
        if (!count) continue;
        count.known = all;
        count.unflushed -= told.get(count) ?? 0;
      }
    } catch {
      // Still counted here, and flushed the next time; others report that the database is down.
    }
  }

  private turnTo(now: number): void {
    const window = Math.floor(now / (this.windowSeconds * 1000));
    if (window === this.window) return;
    this.window = window;
    this.counts = new Map();
  }

  private endsAt(): number {
    return (this.window + 1) * this.windowSeconds * 1000;
  }

  private countOf(limit: RateLimit, key: string, most: number): Count {
    const id = `${limit.name}\u0000${key}`;
    const known = this.counts.get(id);
    if (known) return known;
    const count = { limit, key, most, known: 0, unflushed: 0 };
    if (this.counts.size < MAX_CALLERS) this.counts.set(id, count);
    return count;
  }
}

function needsFlush({ most, known, unflushed }: Count): boolean {
  return unflushed > 0 && (unflushed >= most * MAX_UNFLUSHED_SHARE || known + unflushed >= most / 2);
}
