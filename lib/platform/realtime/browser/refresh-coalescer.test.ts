import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RefreshCoalescer } from "./refresh-coalescer";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Creates a coalescer whose refreshes take `tookMs` to appear, and the times at which they started. */
function coalescer(tookMs: number) {
  const start = performance.now();
  const startedAt: number[] = [];
  const refresh: RefreshCoalescer = new RefreshCoalescer(() => {
    startedAt.push(Math.round(performance.now() - start));
    if (Number.isFinite(tookMs)) setTimeout(() => refresh.settled(), tookMs);
  });
  return { refresh, startedAt };
}

describe("RefreshCoalescer", () => {
  it("refreshes once for events within a few milliseconds of each other", () => {
    const { refresh, startedAt } = coalescer(20);
    for (let event = 0; event < 4; event++) {
      refresh.request();
      vi.advanceTimersByTime(2);
    }
    vi.advanceTimersByTime(10_000);
    expect(startedAt).toEqual([12]);
  });

  it("refreshes once for one request", () => {
    const { refresh, startedAt } = coalescer(20);
    refresh.request();
    vi.advanceTimersByTime(10_000);
    expect(startedAt).toEqual([12]);
  });

  it("gathers requests into one refresh every 150 ms, and never loses the last", () => {
    const { refresh, startedAt } = coalescer(20);
    for (let ms = 0; ms < 400; ms += 10) {
      refresh.request();
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(10_000);
    expect(startedAt).toEqual([12, 162, 312, 462]);
  });

  it("waits for a slow refresh, then refreshes once more for what came meanwhile", () => {
    const { refresh, startedAt } = coalescer(700);
    refresh.request();
    vi.advanceTimersByTime(300);
    refresh.request();
    refresh.request();
    vi.advanceTimersByTime(10_000);
    expect(startedAt).toEqual([12, 712]);
  });

  it("refreshes at once after a pause", () => {
    const { refresh, startedAt } = coalescer(20);
    refresh.request();
    vi.advanceTimersByTime(1_000);
    refresh.request();
    vi.advanceTimersByTime(12);
    expect(startedAt).toEqual([12, 1_012]);
  });

  it("stops waiting for a refresh that never settles", () => {
    const { refresh, startedAt } = coalescer(Number.POSITIVE_INFINITY);
    refresh.request();
    vi.advanceTimersByTime(100);
    refresh.request();
    vi.advanceTimersByTime(10_000);
    expect(startedAt).toEqual([12, 1_012]);
  });
});
