import { describe, expect, it } from "vitest";
import { chooseKept } from "./keep";

const NOW = new Date("2026-11-28T12:00:00Z");
const HOUR_MS = 3_600_000;
const ago = (hours: number) => ({ endedAt: new Date(NOW.getTime() - hours * HOUR_MS), hours });

/** One each night, and one by hand six hours after it. */
const TWO_A_DAY = Array.from({ length: 60 }, (_, day) => [ago(day * 24 + 9), ago(day * 24 + 3)]).flat();
const kept = (all = TWO_A_DAY, days = 7) => chooseKept(all, NOW, days);
const daysOf = ({ backups }: { backups: { hours: number }[] }) => backups.map(({ hours }) => Math.floor(hours / 24));

describe("the backups that are kept", () => {
  it("are all of the last two days", () => {
    expect(daysOf(kept()).filter((day) => day < 2)).toEqual([1, 1, 0, 0]);
  });

  it("are one a day for a week, and one a week for five", () => {
    const days = daysOf(kept());
    expect(days.filter((day) => day >= 2 && day < 7)).toEqual([6, 5, 4, 3, 2]);
    const older = days.filter((day) => day >= 7);
    expect(older.length).toBeGreaterThanOrEqual(4);
    expect(older.length).toBeLessThanOrEqual(6);
    expect(Math.max(...older)).toBeLessThanOrEqual(35);
  });

  it("have one that ended before the first moment to restore: the log is kept from there", () => {
    const { anchor, backups } = kept();
    expect(anchor?.hours).toBe(7 * 24 + 3);
    expect(backups).toContain(anchor);
  });

  it("have the newest however old it is, and everything while there is little", () => {
    expect(kept([ago(2_000)]).backups.map(({ hours }) => hours)).toEqual([2_000]);
    expect(kept([ago(2_000), ago(1_900)]).backups.map(({ hours }) => hours)).toEqual([1_900]);
    expect(kept([ago(5), ago(30)])).toMatchObject({ anchor: { hours: 30 }, backups: [{ hours: 30 }, { hours: 5 }] });
    expect(kept([])).toEqual({ backups: [], anchor: undefined });
  });

  it("are more where more days can be restored", () => {
    const { anchor, backups } = kept(TWO_A_DAY, 30);
    expect(anchor?.hours).toBe(30 * 24 + 3);
    expect(daysOf({ backups }).filter((day) => day >= 2 && day < 30)).toHaveLength(28);
  });

  it("stay the same when nothing is added: removing once more removes nothing", () => {
    const { backups } = kept();
    expect(chooseKept(backups, NOW, 7).backups).toEqual(backups);
  });
});
