import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zoneNames } from "@/lib/platform/time/zone";
import { toTenth } from "./rules";
import { averageTaken, bedsAtEnd, type Movement } from "./rules/occupancy";
import { edgesOf, PERIODS, startOfQuarter, UNITS } from "./rules-time";

describe("a duration in a larger unit", () => {
  it("is rounded to a tenth, and zero stays zero", () => {
    expect([toTenth(90, 60), toTenth(100, 60), toTenth(0, 60), toTenth(null, 60)]).toEqual([1.5, 1.7, 0, null]);
  });
});

describe("the stretches of a period", () => {
  it("are the place's own days, also when its clocks change", () => {
    const edges = edgesOf("30", "day", new Date("2026-11-05T15:00:00Z"), "America/New_York");
    expect(edges).toHaveLength(31);
    expect(edges[0]?.toISOString()).toBe("2026-10-07T04:00:00.000Z");
    const lengths = edges.slice(1, -1).map((edge, n) => (edge.getTime() - (edges[n]?.getTime() ?? 0)) / 3_600_000);
    expect(lengths.filter((hours) => hours === 25)).toHaveLength(1);
    expect(new Set(lengths)).toEqual(new Set([24, 25]));
  });

  it("start weeks on Mondays, except the first", () => {
    const edges = edgesOf("30", "week", new Date("2026-11-26T05:00:00Z"), "Asia/Kathmandu");
    expect(edges.map((edge) => edge.toISOString().slice(0, 10))).toEqual([
      "2026-10-27",
      "2026-11-01",
      "2026-11-08",
      "2026-11-15",
      "2026-11-22",
      "2026-11-26",
    ]);
  });

  it("start on a quarter of an hour in UTC in every zone, as visits are summed", () => {
    for (const zone of zoneNames()) {
      for (const now of ["2026-11-26T05:07:00Z", "2031-04-05T13:00:00Z"]) {
        const edges = edgesOf("365", "day", new Date(now), zone).slice(0, -1);
        expect(
          edges.filter((edge) => startOfQuarter(edge) < edge),
          zone,
        ).toEqual([]);
      }
    }
  });

  it("cover the period up to now without a gap", () => {
    const zones = ["UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"];
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2025-01-01"), max: new Date("2028-01-01"), noInvalidDate: true }),
        fc.constantFrom(...zones),
        fc.constantFrom(...PERIODS),
        (now, zone, period) => {
          for (const unit of Object.values(UNITS[period])) {
            const edges = edgesOf(period, unit, now, zone);
            expect(edges.length).toBeGreaterThanOrEqual(2);
            expect(edges.at(-1)).toEqual(now);
            for (let n = 1; n < edges.length; n++) expect(edges[n]! >= edges[n - 1]!).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the average number of occupied beds", () => {
  it("equals laying every stay over every stretch", () => {
    const stay = fc.record({
      from: fc.integer({ min: -50, max: 100 }),
      length: fc.integer({ min: 0, max: 80 }),
      isOpen: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(stay, { maxLength: 20 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 8 }),
        (stays, cuts) => {
          const at = [...cuts].sort((a, b) => a - b);
          const [first, last] = [at[0]!, at.at(-1)!];
          const all = stays
            .filter(({ from }) => from < last)
            .map(({ from, length, isOpen }) => ({ from, to: isOpen ? Infinity : from + length }));
          const edges = at.map((second) => new Date(second * 1000));
          const moved = (times: number[]): Movement[] =>
            at.slice(1).map((edge, index) => {
              const within = times.filter((time) => time >= at[index]! && time < edge);
              return {
                n: index + 1,
                count: within.length,
                seconds: within.reduce((sum, time) => sum + time - first, 0),
              };
            });
          const taken = averageTaken(
            edges,
            moved(all.map(({ from }) => from)),
            moved(all.map(({ to }) => to)),
            all.filter(({ to }) => to >= last).length,
          );
          const naive = at.slice(1).map((edge, index) => {
            const overlap = all.reduce(
              (sum, { from, to }) => sum + Math.max(0, Math.min(to, edge) - Math.max(from, at[index]!)),
              0,
            );
            return overlap / (edge - at[index]!);
          });
          taken.forEach((value, index) => expect(value).toBeCloseTo(naive[index]!, 5));
        },
      ),
    );
  });
});

describe("the number of beds in the past", () => {
  it("is counted back from the current number", () => {
    const move = (n: number, count: number): Movement => ({ n, count, seconds: 0 });
    expect(bedsAtEnd(4, [move(1, 5), move(3, 2)], [move(4, 1)], 9)).toEqual([8, 8, 10, 9]);
  });
});
