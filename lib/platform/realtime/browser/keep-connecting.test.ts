import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Connectable, keepConnecting } from "./keep-connecting";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

class FakeConnection implements Connectable {
  state = "connecting";
  readonly attemptsAt: number[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly start = performance.now();

  become(state: string): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
  connect(): void {
    this.attemptsAt.push(Math.round(performance.now() - this.start));
    this.become("connecting");
  }
  disconnect(): void {
    this.become("disconnected");
  }
  bind(_event: string, listener: () => void): void {
    this.listeners.add(listener);
  }
  unbind(_event: string, listener: () => void): void {
    this.listeners.delete(listener);
  }
}

const middle = () => 0.5;

describe("keepConnecting", () => {
  it("makes each attempt half as long again as the last, up to 15 seconds", () => {
    const connection = new FakeConnection();
    keepConnecting(connection, middle);
    vi.advanceTimersByTime(62_000);
    expect(connection.attemptsAt).toEqual([1_500, 3_750, 7_125, 12_187, 19_780, 31_170, 46_170, 61_170]);
  });

  it("leaves a good connection alone, and starts over when it breaks", () => {
    const connection = new FakeConnection();
    keepConnecting(connection, middle);
    vi.advanceTimersByTime(5_000);
    connection.become("connected");
    vi.advanceTimersByTime(100_000);
    expect(connection.attemptsAt).toEqual([1_500, 3_750]);
    connection.become("connecting");
    vi.advanceTimersByTime(1_500);
    expect(connection.attemptsAt).toHaveLength(3);
  });

  it("reconnects a minute after a refusal", () => {
    const connection = new FakeConnection();
    keepConnecting(connection, middle);
    connection.become("disconnected");
    vi.advanceTimersByTime(59_999);
    expect(connection.attemptsAt).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(connection.attemptsAt).toEqual([60_000]);
  });

  it("reconnects at once when kicked, and never once stopped", () => {
    const connection = new FakeConnection();
    const keeper = keepConnecting(connection, middle);
    vi.advanceTimersByTime(30_000);
    const before = connection.attemptsAt.length;
    keeper.kick();
    expect(connection.attemptsAt).toHaveLength(before + 1);
    vi.advanceTimersByTime(1_500);
    expect(connection.attemptsAt).toHaveLength(before + 2);
    keeper.stop();
    vi.advanceTimersByTime(100_000);
    expect(connection.attemptsAt).toHaveLength(before + 2);
  });

  it("spreads attempts by a tenth in both directions", () => {
    const [early, late] = [new FakeConnection(), new FakeConnection()];
    keepConnecting(early, () => 0);
    keepConnecting(late, () => 1);
    vi.advanceTimersByTime(1_700);
    expect([early.attemptsAt, late.attemptsAt]).toEqual([[1_350], [1_650]]);
  });
});
