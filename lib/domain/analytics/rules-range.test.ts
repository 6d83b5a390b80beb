import { describe, expect, it } from "vitest";
import { rangeOf, stretchBefore, stretchesOf, unitOf } from "./rules-range";

const TODAY = "2030-05-15";

describe("a range of days", () => {
  it("is by default the thirty days up to today", () => {
    expect(rangeOf({}, TODAY)).toEqual({ from: "2030-04-16", to: TODAY });
    expect(rangeOf({ to: "2030-01-31" }, TODAY)).toEqual({ from: "2030-01-02", to: "2030-01-31" });
    expect(rangeOf({ from: "2030-06-01" }, TODAY)).toEqual({ from: "2030-06-01", to: "2030-06-01" });
  });

  it("is put into its order", () => {
    expect(rangeOf({ from: "2030-03-01", to: "2030-02-01" }, TODAY)).toEqual({ from: "2030-02-01", to: "2030-03-01" });
  });

  it("is five years at most", () => {
    expect(rangeOf({ from: "1900-01-01" }, TODAY)).toEqual({ from: "2025-05-12", to: TODAY });
  });

  it("is compared with as many days before", () => {
    expect(stretchBefore({ from: "2030-03-01", to: "2030-03-31" })).toEqual({ from: "2030-01-29", to: "2030-02-28" });
  });

  it.each([
    [{ from: "2030-01-30", to: "2030-02-02" }, "day", 4],
    [{ from: "2030-05-01", to: "2030-07-31" }, "week", 14],
    [{ from: "2029-05-15", to: "2030-05-14" }, "month", 13],
  ] as const)("%o is cut into each %s", (range, unit, count) => {
    expect(unitOf(range)).toBe(unit);
    const stretches = stretchesOf(range, unit);
    expect(stretches).toHaveLength(count);
    expect([stretches[0]!.from, stretches.at(-1)!.to]).toEqual([range.from, range.to]);
    for (const [n, { from }] of stretches.entries()) if (n > 0) expect(from > stretches[n - 1]!.to).toBe(true);
  });
});
