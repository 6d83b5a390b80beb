import { describe, expect, it } from "vitest";
import { isDue, lastDue } from "./due";

const local = (text: string) => new Date(`2026-11-${text}:00`);
const SEGMENT = "000000010000000000000005";
const made = (startedAt: Date, segment = SEGMENT) => ({
  startedAt,
  wal: { segmentBytes: 4 * 1024 ** 2, stop: { segment } },
});

describe("a backup", () => {
  it("is made each night at half past two, by this machine's clock", () => {
    expect(lastDue(local("28T02:29"))).toEqual(local("27T02:30"));
    expect(lastDue(local("28T02:30"))).toEqual(local("28T02:30"));
  });

  it("is due when there is none, or none since that night", () => {
    expect(isDue(undefined, [], 1, local("28T12:00"))).toBe(true);
    expect(isDue(made(local("28T02:31")), [SEGMENT], 1, local("28T12:00"))).toBe(false);
    expect(isDue(made(local("28T02:31")), [SEGMENT], 1, local("29T02:31"))).toBe(true);
  });

  it("is due when the log no longer leads on from the last one: a gap, or a restore", () => {
    const newest = made(local("28T02:31"));
    const [next, later] = ["000000010000000000000006", "000000010000000000000008"];
    expect(isDue(newest, [SEGMENT, next], 1, local("28T12:00"))).toBe(false);
    expect(isDue(newest, [SEGMENT, next, later], 1, local("28T12:00"))).toBe(true);
    expect(isDue(newest, [SEGMENT, next], 2, local("28T12:00"))).toBe(true);
  });
});
