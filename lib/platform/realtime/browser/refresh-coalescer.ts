/** One change arrives as several events within a few milliseconds: they are one request. */
const GATHER_MS = 12;
/** Milliseconds between the starts of two refreshes while events keep coming. */
const INTERVAL_MS = 150;
/** A refresh that has not settled after this is no longer waited for: a lost answer must not stop all later ones. */
const TIMEOUT_MS = 1_000;

/**
 * Turns many refresh requests into few. The first runs after a few milliseconds, later ones at most every 150 ms and
 * never in parallel. The last request is never lost: what was requested during a refresh is refreshed after it.
 */
export class RefreshCoalescer {
  /** Since when a refresh has been requested. */
  private wantedAt: number | null = null;
  private startedAt = Number.NEGATIVE_INFINITY;
  private underway = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waiting: (() => void)[] = [];

  /** `run` starts a refresh; its provider calls `settled` when that refresh is on the screen. */
  constructor(
    private readonly run: () => void,
    private readonly intervalMs = INTERVAL_MS,
    private readonly patienceMs = TIMEOUT_MS,
  ) {}

  request(): void {
    this.wantedAt ??= performance.now();
    this.proceed();
  }

  /** Takes back what has been requested and not yet started: a refresh that was started shows it. */
  withdraw(): void {
    this.wantedAt = null;
    this.advance();
  }

  settled(): void {
    this.underway = false;
    this.advance();
  }

  /** Resolves once everything requested is on the screen. */
  idle(): Promise<void> {
    return this.isIdle() ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  private isIdle(): boolean {
    return !this.underway && this.wantedAt === null;
  }

  private advance(): void {
    this.proceed();
    if (this.isIdle()) for (const resolve of this.waiting.splice(0)) resolve();
  }

  private proceed(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.wantedAt === null) return;
    const readyAt = Math.max(
      this.wantedAt + GATHER_MS,
      this.startedAt + (this.underway ? this.patienceMs : this.intervalMs),
    );
    const waitMs = readyAt - performance.now();
    if (waitMs > 0) {
      this.timer = setTimeout(() => this.proceed(), Math.ceil(waitMs));
      return;
    }
    this.wantedAt = null;
    this.underway = true;
    this.startedAt = performance.now();
    this.run();
  }
}
