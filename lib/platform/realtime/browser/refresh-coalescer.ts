/** Milliseconds between the starts of two refreshes while events keep coming. */
const INTERVAL_MS = 150;
/** A refresh that has not settled after this is no longer waited for: a lost answer must not stop all later ones. */
const PATIENCE_MS = 1_000;

/**
 * Turns many wishes for a refresh into few: the first runs at once, later ones at most every 150 ms and never while
 * one is under way, and the last wish is never lost – what was asked during a refresh is refreshed after it.
 */
export class RefreshCoalescer {
  private wanted = false;
  private startedAt = Number.NEGATIVE_INFINITY;
  private underway = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `run` starts a refresh; whoever passes it calls `settled` when that refresh is on the screen. */
  constructor(
    private readonly run: () => void,
    private readonly intervalMs = INTERVAL_MS,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  request(): void {
    this.wanted = true;
    this.proceed();
  }

  settled(): void {
    this.underway = false;
    this.proceed();
  }

  private proceed(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.wanted) return;
    const readyAt = this.startedAt + (this.underway ? this.patienceMs : this.intervalMs);
    const waitMs = readyAt - performance.now();
    if (waitMs > 0) {
      this.timer = setTimeout(() => this.proceed(), Math.ceil(waitMs));
      return;
    }
    this.wanted = false;
    this.underway = true;
    this.startedAt = performance.now();
    this.run();
  }
}
