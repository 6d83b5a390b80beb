import { describe, expect, it } from "vitest";
import { dispatchNews, dispatchTitle } from "./dispatch-rules";
import type { CallOnBoard } from "./dispatch-view";

const calls = (count: number) => Array.from({ length: count }, () => ({}) as CallOnBoard);
const counts = (free: number) => ({ AVAILABLE: free, ON_CALL: 1, OUT_OF_SERVICE: 0, total: free + 1 });
const call = (id: string, distanceKm: number | null = 1.2) => ({ id, kind: "BASIC" as const, distanceKm });

describe("the dispatch board's title", () => {
  it("says how many calls are waiting and how many vehicles are available", () => {
    expect(dispatchTitle({ waiting: calls(2), counts: counts(3) })).toBe("2 calls waiting, 3 vehicles free");
    expect(dispatchTitle({ waiting: calls(1), counts: counts(1) })).toBe("1 call waiting, 1 vehicle free");
    expect(dispatchTitle({ waiting: calls(0), counts: counts(0) })).toBe("No call waiting, no vehicle free");
  });
});

describe("what screen readers hear", () => {
  const nothing = { waiting: [], underWay: [] };

  it("announces a new call with its kind and distance", () => {
    expect(dispatchNews(nothing, { ...nothing, waiting: [call("a")] })).toEqual([
      "New call: Injured or ill, awake and breathing, 1.2 km away.",
    ]);
    expect(dispatchNews(nothing, { ...nothing, waiting: [call("a", null)] })).toEqual([
      "New call: Injured or ill, awake and breathing.",
    ]);
  });

  it("announces a call that another hospital took", () => {
    expect(dispatchNews({ ...nothing, waiting: [call("a")] }, nothing)).toEqual([
      expect.stringMatching(/another hospital/),
    ]);
  });

  it("does not announce what was done on this board", () => {
    expect(dispatchNews({ ...nothing, waiting: [call("a")] }, nothing, new Set(["a"]))).toEqual([]);
    expect(dispatchNews({ ...nothing, waiting: [call("a")] }, { waiting: [], underWay: [{ id: "a" }] })).toEqual([]);
  });

  it("announces an open call that the caller cancelled", () => {
    expect(dispatchNews({ waiting: [], underWay: [{ id: "a" }] }, nothing)).toEqual([
      "A call under way is over: its vehicle is free.",
    ]);
  });
});
