import { describe, expect, it } from "vitest";
import { chainFrom, hasGap, isArchived, readSegment } from "./segment";

const MB = 1024 ** 2;
const name = (position: number, timeline = 1) =>
  [timeline, Math.floor(position / 1024), position % 1024]
    .map((part) => part.toString(16).toUpperCase().padStart(8, "0"))
    .join("");
const names = (...positions: number[]) => positions.map((at) => name(at));

describe("the segments of the log", () => {
  it("are in order across the end of a log file, whatever their size", () => {
    expect(readSegment("0000000200000001000000FF", 16 * MB)).toEqual({ timeline: 2, position: 511 });
    expect(readSegment("000000020000000200000000", 16 * MB)).toEqual({ timeline: 2, position: 512 });
    expect(readSegment("0000000100000000000003FF", 4 * MB)?.position).toBe(1_023);
    expect(readSegment("000000010000000100000000", 4 * MB)?.position).toBe(1_024);
    expect(readSegment("00000002.history", 4 * MB)).toBeNull();
  });

  it("are a chain up to the first gap, of one timeline", () => {
    const there = [...names(5, 7, 6, 9, 1_024, 3), name(8, 2), `${name(8)}.partial`, "00000002.history"];
    expect(chainFrom(name(5), there, 4 * MB)).toEqual(names(5, 6, 7));
    expect(chainFrom(name(4), there, 4 * MB)).toEqual([]);
    expect(chainFrom(name(1_023), [...there, name(1_023)], 4 * MB)).toEqual(names(1_023, 1_024));
  });

  it("have a gap when something follows it", () => {
    expect(hasGap(name(5), names(1, 5, 6, 7), 4 * MB)).toBe(false);
    expect(hasGap(name(5), names(5, 7), 4 * MB)).toBe(true);
    expect(hasGap(name(5), [name(5), name(7, 2)], 4 * MB)).toBe(false);
    expect(hasGap(name(5), names(1), 4 * MB), "nothing later yet").toBe(false);
  });

  it("are distinguished from half-written files", () => {
    const wanted = [name(1), `${name(1)}.partial`, `${name(1)}.00000028.backup`, "00000002.history"];
    expect([...wanted, "archtemp.000000010000000000000001.123.456", "secrets.json"].filter(isArchived)).toEqual(wanted);
  });
});
