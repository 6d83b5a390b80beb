import { describe, expect, it } from "vitest";
import { bedDays } from "./beds";
import { STAY_COUNTS, type StayCounts } from "../status";

const day = (date: string, over: Partial<StayCounts>) => {
  const none = Object.fromEntries(STAY_COUNTS.map((name) => [name, 0])) as StayCounts;
  return { day: date, ...none, ...over };
};
const now = { today: "2030-05-03", secondsOfToday: 43_200 };
const dates = ["2030-05-01", "2030-05-02", "2030-05-03", "2030-05-04"];

describe("the beds of a day", () => {
  it("are taken by those who were there, came and went, each for their part of it", () => {
    const rows = [
      day("2030-05-01", { came: 1, cameSeconds: 43_200 }),
      day("2030-05-02", { went: 2, wentSeconds: 2 * 21_600 }),
    ];
    expect(bedDays(rows, 2, now, dates).map(({ takenDays }) => takenDays)).toEqual([2.5, 1.5, 0.5, 0]);
  });

  it("count today as far as it has gone, and later days not at all", () => {
    expect(bedDays([], 4, now, dates).map(({ days, takenDays }) => [days, takenDays])).toEqual([
      [1, 4],
      [1, 4],
      [0.5, 2],
      [0, 0],
    ]);
  });
});
