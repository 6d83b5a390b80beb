import { describe, expect, it } from "vitest";
import { hourOfDay, leadBand, partsOfDay, type CountedVisit } from "./days";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function visit(over: Partial<CountedVisit> = {}): CountedVisit {
  const startsAt = over.startsAt ?? new Date("2030-05-06T07:30:00Z");
  return {
    startsAt,
    endsAt: new Date(startsAt.getTime() + HOUR / 2),
    status: "COMPLETED",
    createdAt: new Date(startsAt.getTime() - 3 * DAY),
    checkedInAt: null,
    startedAt: null,
    isAttending: false,
    isReminded: false,
    ...over,
  };
}

const berlin = () => 2 * HOUR;

describe("the parts of a day", () => {
  it("count each appointment once in each part", () => {
    const parts = partsOfDay([visit(), visit({ status: "NO_SHOW", isReminded: true })], berlin);
    for (const part of ["ALL", "HOUR", "LEAD", "REMINDED"]) {
      const rows = parts.filter((row) => row.part === part);
      expect(rows.reduce((sum, { completed, noShow }) => sum + completed + noShow, 0)).toBe(2);
    }
    expect(parts.filter(({ part }) => part === "HOUR").map(({ key }) => key)).toEqual([9]);
    expect(parts.filter(({ part }) => part === "REMINDED").map(({ key, noShow }) => [key, noShow])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it("count booked time of those that hold it, and waits only with both ends", () => {
    const at = new Date("2030-05-06T07:30:00Z");
    const waited = { checkedInAt: new Date(at.getTime() - HOUR), startedAt: new Date(at.getTime() - HOUR / 4) };
    const [all] = partsOfDay([visit(waited), visit({ status: "CANCELLED" }), visit({ checkedInAt: at })], berlin);
    expect(all).toMatchObject({ bookedMinutes: 60, cameMinutes: 60, waited: 1, waitedLong: 1, waitSeconds: 45 * 60 });
  });
});

describe("a lead time", () => {
  it.each([
    [-HOUR, 0],
    [DAY - 1, 0],
    [DAY, 1],
    [3 * DAY, 2],
    [29 * DAY, 4],
    [400 * DAY, 5],
  ])("of %i ms is in band %i", (lead, band) => expect(leadBand(lead)).toBe(band));
});

describe("the hour of the day", () => {
  it.each([
    ["2030-05-06T23:59:59Z", 2 * HOUR, 1],
    ["1969-12-31T23:00:00Z", 0, 23],
    ["2030-05-06T00:10:00Z", -5 * HOUR, 19],
  ])("of %s with an offset of %i is %i", (at, offset, hour) => expect(hourOfDay(new Date(at), offset)).toBe(hour));
});
