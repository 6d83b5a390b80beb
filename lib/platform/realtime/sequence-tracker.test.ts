import { describe, expect, it } from "vitest";
import { SequenceTracker } from "./sequence-tracker";

const event = (aggregateId: string, sequence: number, aggregate = "appointment") => ({
  aggregate,
  aggregateId,
  sequence,
});

describe("SequenceTracker", () => {
  it("accepts the first event of an aggregate, whatever its number", () => {
    expect(new SequenceTracker().observe(event("a", 17))).toBe("next");
  });

  it("follows numbers without a gap", () => {
    const tracker = new SequenceTracker();
    expect([1, 2, 3].map((n) => tracker.observe(event("a", n)))).toEqual(["next", "next", "next"]);
  });

  it("ignores duplicates, also much later", () => {
    const tracker = new SequenceTracker();
    expect([4, 5, 5, 4, 6, 1].map((n) => tracker.observe(event("a", n)))).toEqual([
      "next",
      "next",
      "duplicate",
      "duplicate",
      "next",
      "duplicate",
    ]);
  });

  it("asks for one refresh after a gap", () => {
    const tracker = new SequenceTracker();
    expect([1, 4, 5].map((n) => tracker.observe(event("a", n)))).toEqual(["next", "refetch", "next"]);
  });

  it("tracks aggregates separately, by ID and by kind", () => {
    const tracker = new SequenceTracker();
    tracker.observe(event("a", 1));
    expect(tracker.observe(event("b", 9))).toBe("next");
    expect(tracker.observe(event("a", 9, "schedule"))).toBe("next");
    expect(tracker.observe(event("a", 2))).toBe("next");
  });

  it("forgets the least recently used aggregate when full", () => {
    const tracker = new SequenceTracker(2);
    tracker.observe(event("a", 1));
    tracker.observe(event("b", 1));
    tracker.observe(event("a", 2));
    tracker.observe(event("c", 1));
    expect(tracker.observe(event("a", 2))).toBe("duplicate");
    expect(tracker.observe(event("b", 1))).toBe("next");
  });
});
