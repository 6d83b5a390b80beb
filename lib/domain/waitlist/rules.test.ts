import { describe, expect, it } from "vitest";
import { daysGained, offerUntil, overlaps, suits, type Wish } from "./rules";

const BERLIN = "Europe/Berlin";
const WISH: Wish = { fromOn: "2030-03-04", toOn: "2030-03-08", weekdays: [], startMinute: 0, endMinute: 1440 };
/** Monday 4 March 2030 is CET: an hour ahead of UTC. */
const slot = (start: string, end: string) => ({ start: `${start}:00Z`, end: `${end}:00Z` });
const NINE = slot("2030-03-04T08:00", "2030-03-04T08:30");

describe("what someone waits for", () => {
  it("includes the first and the last date by the place's clock", () => {
    expect(suits(slot("2030-03-03T23:00", "2030-03-03T23:30"), BERLIN, WISH)).toBe(true);
    expect(suits(slot("2030-03-03T22:30", "2030-03-03T23:00"), BERLIN, WISH)).toBe(false);
    expect(suits(slot("2030-03-08T22:30", "2030-03-08T23:00"), BERLIN, WISH)).toBe(true);
    expect(suits(slot("2030-03-08T23:00", "2030-03-08T23:30"), BERLIN, WISH)).toBe(false);
  });

  it("keeps to the weekdays of the place", () => {
    expect(suits(NINE, BERLIN, { ...WISH, weekdays: [1, 3] })).toBe(true);
    expect(suits(NINE, BERLIN, { ...WISH, weekdays: [2, 7] })).toBe(false);
    // Still Sunday in New York, already Monday in Berlin.
    const late = slot("2030-03-03T23:30", "2030-03-04T00:00");
    expect(suits(late, BERLIN, { ...WISH, weekdays: [1] })).toBe(true);
    expect(suits(late, "America/New_York", { ...WISH, fromOn: "2030-03-03", weekdays: [7] })).toBe(true);
  });

  it("keeps the whole visit within the hours", () => {
    const between = (startMinute: number, endMinute: number) =>
      suits(NINE, BERLIN, { ...WISH, startMinute, endMinute });
    expect(between(9 * 60, 9 * 60 + 30)).toBe(true);
    expect(between(9 * 60 + 1, 12 * 60)).toBe(false);
    expect(between(8 * 60, 9 * 60 + 29)).toBe(false);
    const pastMidnight = slot("2030-03-04T22:45", "2030-03-04T23:15");
    expect(suits(pastMidnight, BERLIN, { ...WISH, startMinute: 600, endMinute: 1439 })).toBe(false);
    expect(suits(pastMidnight, BERLIN, { ...WISH, startMinute: 600 })).toBe(true);
  });

  it("goes by the clock on the day it changes", () => {
    // 31 March 2030: from 02:00 to 03:00. 07:00 UTC is nine o'clock summer time.
    const sunday = { ...WISH, fromOn: "2030-03-31", toOn: "2030-03-31", startMinute: 540, endMinute: 570 };
    expect(suits(slot("2030-03-31T07:00", "2030-03-31T07:30"), BERLIN, sunday)).toBe(true);
    expect(suits(slot("2030-03-31T08:00", "2030-03-31T08:30"), BERLIN, sunday)).toBe(false);
  });
});

describe("how long an offer stands", () => {
  const hours = (timeZone: string, minNoticeMinutes = 60) => ({ timeZone, minNoticeMinutes });
  const until = (now: string, start: string, zone = hours(BERLIN)) =>
    offerUntil(new Date(now), start, zone)?.toISOString() ?? null;
  const FAR = "2030-06-03T09:00:00Z";

  it("is 15 minutes by day", () => {
    expect(until("2030-03-04T07:00:00Z", FAR)).toBe("2030-03-04T07:15:00.000Z"); // 08:00
    expect(until("2030-03-04T19:59:59Z", FAR)).toBe("2030-03-04T20:14:59.000Z"); // 20:59:59
  });

  it("is until half past eight when it is made at night", () => {
    expect(until("2030-03-04T20:00:00Z", FAR)).toBe("2030-03-05T07:30:00.000Z"); // 21:00
    expect(until("2030-03-05T01:00:00Z", FAR)).toBe("2030-03-05T07:30:00.000Z");
    expect(until("2030-03-05T06:59:00Z", FAR)).toBe("2030-03-05T07:30:00.000Z"); // 07:59
  });

  it("is until half past eight by the new clock in the night it changes", () => {
    expect(until("2030-03-30T21:00:00Z", FAR)).toBe("2030-03-31T06:30:00.000Z"); // CET to CEST
    expect(until("2030-10-26T20:00:00Z", "2030-12-02T09:00:00Z")).toBe("2030-10-27T07:30:00.000Z"); // CEST to CET
  });

  it("follows the clock of the place, not of the reader", () => {
    expect(until("2030-03-04T20:00:00Z", FAR, hours("America/New_York"))).toBe("2030-03-04T20:15:00.000Z");
  });

  it("ends before the time can no longer be booked, and isn't made for less than five minutes", () => {
    expect(until("2030-03-04T10:00:00Z", "2030-03-04T11:10:00Z")).toBe("2030-03-04T10:10:00.000Z");
    expect(until("2030-03-04T10:00:00Z", "2030-03-04T11:05:00Z")).toBe("2030-03-04T10:05:00.000Z");
    expect(until("2030-03-04T10:00:00Z", "2030-03-04T11:04:59Z")).toBeNull();
    // Offered at night, for a visit at nine with an hour's notice: until eight.
    expect(until("2030-03-05T01:00:00Z", "2030-03-05T08:00:00Z")).toBe("2030-03-05T07:00:00.000Z");
    expect(until("2030-03-04T10:00:00Z", "2030-03-04T09:00:00Z", hours(BERLIN, 0))).toBeNull();
  });
});

describe("a person's own visits", () => {
  const at = (start: string, end: string) => ({ start: Date.parse(`${start}:00Z`), end: Date.parse(`${end}:00Z`) });

  it("are in the way where they overlap, not where they touch", () => {
    expect(overlaps(NINE, [at("2030-03-04T08:15", "2030-03-04T08:45")])).toBe(true);
    expect(overlaps(NINE, [at("2030-03-04T07:00", "2030-03-04T10:00")])).toBe(true);
    expect(
      overlaps(NINE, [at("2030-03-04T07:30", "2030-03-04T08:00"), at("2030-03-04T08:30", "2030-03-04T09:00")]),
    ).toBe(false);
  });
});

it("days gained are counted to a tenth", () => {
  expect(daysGained(0)).toBe(0);
  expect(daysGained(86_400 * 3 + 43_200)).toBe(3.5);
  expect(daysGained(8_640)).toBe(0.1);
});
