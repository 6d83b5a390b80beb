import { describe, expect, it } from "vitest";
import { areaPath, bandAt, bandMiddle, gridBetween, gridLines, linePath, tickedPoints } from "./plot-scale";

describe("the plot's grid", () => {
  it.each([
    [0, [0, 1]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [1, [0, 1]],
    [3.2, [0, 1, 2, 3, 4]],
    [12, [0, 5, 10, 15]],
    [112, [0, 25, 50, 75, 100, 125]],
    [1999, [0, 500, 1000, 1500, 2000]],
  ])("covers %d in few round steps", (most, lines) => {
    expect(gridLines(most)).toEqual(lines);
    expect(gridLines(most).at(-1)).toBeGreaterThanOrEqual(most);
  });
});

describe("a grid that need not begin at zero", () => {
  it.each([
    [
      [76, 148],
      [60, 80, 100, 120, 140, 160],
    ],
    [
      [36.4, 37],
      [36.4, 36.6, 36.8, 37],
    ],
    [
      [95, 100],
      [95, 96, 97, 98, 99, 100],
    ],
    [
      [0, 10],
      [0, 2, 4, 6, 8, 10],
    ],
    [
      [5, 5],
      [5, 5.2, 5.4, 5.6, 5.8, 6],
    ],
  ] as const)("covers %j in few round steps", (range, lines) => {
    expect(gridBetween(range)).toEqual(lines);
  });
});

describe("the plot's points", () => {
  it("are centred in their band and found there again", () => {
    expect([bandMiddle(0, 4), bandMiddle(3, 4)]).toEqual([12.5, 87.5]);
    for (const count of [1, 7, 365])
      for (let n = 0; n < count; n++) expect(bandAt(bandMiddle(n, count) / 100, count)).toBe(n);
    expect([bandAt(-0.1, 5), bandAt(1.2, 5)]).toEqual([0, 4]);
  });

  it("are joined, but not across a gap", () => {
    expect(linePath([10, 0, null, 5], 10)).toBe("M12.5 0L37.5 100M87.5 50");
    expect(linePath([36, 38, 37], 38, 36)).toBe("M16.67 100L50 0L83.33 50");
    expect(areaPath([10, 0], 10)).toBe("M25 100L25 0L75 100L75 100Z");
    expect(linePath([null, null], 10)).toBe("");
  });

  it("have few labels, always including the last", () => {
    expect(tickedPoints(5, 6)).toEqual([0, 1, 2, 3, 4]);
    expect(tickedPoints(30, 6)).toEqual([4, 9, 14, 19, 24, 29]);
    expect(tickedPoints(365, 6).at(-1)).toBe(364);
    expect(tickedPoints(365, 6).length).toBeLessThanOrEqual(6);
    expect(tickedPoints(0, 6)).toEqual([]);
  });
});
