import { describe, expect, it } from "vitest";
import { callsSince, latestCalls, spokenCall } from "./format";
import type { ShownQueue } from "./schema";

const queue = (letter: string, room: string | null, ...called: [number: string, calledAt: string][]): ShownQueue => ({
  id: letter,
  letter,
  room,
  called: called.map(([number, calledAt]) => ({ number, calledAt })),
  next: [],
  more: 0,
});
const QUEUES = [
  queue("A", "Room 1", ["A2", "2027-01-04T09:02:00.000Z"], ["A1", "2027-01-04T09:00:00.000Z"]),
  queue("B", null, ["B1", "2027-01-04T09:01:00.000Z"]),
];

describe("calls on a screen", () => {
  it("stand with the latest first, of all queues", () => {
    expect(latestCalls(QUEUES).map(({ number, room }) => [number, room])).toEqual([
      ["A2", "Room 1"],
      ["B1", null],
      ["A1", "Room 1"],
    ]);
  });

  it("are read aloud in the order in which they were made, each once", () => {
    const calls = latestCalls(QUEUES);
    expect(callsSince(calls, "2027-01-04T09:00:00.000Z").map(({ number }) => number)).toEqual(["B1", "A2"]);
    expect(callsSince(calls, "2027-01-04T09:02:00.000Z")).toEqual([]);
    expect(callsSince(calls, "")).toHaveLength(3);
  });

  it("are spelt, so that no voice makes a word of them", () => {
    expect(spokenCall({ number: "AB12", room: "Room 3" })).toBe("Number A B, 12. Please go to Room 3.");
    expect(spokenCall({ number: "C7", room: null })).toBe("Number C, 7. Please go in.");
  });
});
