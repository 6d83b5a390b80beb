import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { durationOf, expectedWait, remainder } from "./wait";

const ten = { low: 8, typical: 10, high: 14 };

describe("how long a visit takes", () => {
  it("is measured by the same service first, then by all of the doctor's visits", () => {
    const service = [10, 12, 14, 16, 18];
    const all = [...service, 40, 40, 40, 40, 40];
    expect(durationOf([service, all], 30)).toEqual({ low: 12, typical: 14, high: 16 });
    expect(durationOf([[10, 12, 14, 16], all], 30).typical).toBe(29);
  });

  it("is the planned time while too few were measured", () => {
    expect(durationOf([[3], [3, 4]], 20)).toEqual({ low: 15, typical: 20, high: 30 });
  });

  it("is what is left of one that has begun; a long one may end at any moment", () => {
    expect(remainder(ten, 4)).toEqual({ low: 4, typical: 6, high: 10 });
    expect(remainder(ten, 60)).toEqual({ low: 0, typical: 0, high: 5 });
  });
});

describe("the expected wait", () => {
  it("is nothing when no one is before", () => {
    expect(expectedWait([])).toEqual({ low: 0, high: 0 });
  });

  it("grows with everyone before, in steps of five minutes, and its range grows more slowly", () => {
    expect(expectedWait([ten])).toEqual({ low: 5, high: 20 });
    expect(expectedWait([ten, ten, ten, ten])).toEqual({ low: 30, high: 60 });
  });

  it("of someone who is early lasts until their time at most, unless there are others before", () => {
    expect(expectedWait([], 22)).toEqual({ low: 0, high: 25 });
    expect(expectedWait([ten, ten], 3)).toEqual(expectedWait([ten, ten]));
  });

  it("never shrinks when one more is before, and its ends never cross", () => {
    const duration = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
      .map((three) => three.sort((a, b) => a - b))
      .map(([low = 0, typical = 0, high = 0]) => ({ low, typical, high }));
    fc.assert(
      fc.property(fc.array(duration, { maxLength: 12 }), duration, fc.nat({ max: 90 }), (ahead, one, due) => {
        const [before, after] = [expectedWait(ahead, due), expectedWait([...ahead, one], due)];
        expect(before.low).toBeLessThanOrEqual(before.high);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
        expect([before.low % 5, before.high % 5]).toEqual([0, 0]);
      }),
    );
  });
});
