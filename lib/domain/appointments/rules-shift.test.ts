import { describe, expect, it } from "vitest";
import { offsetPeriods, promisedOffset, promisedStart, shiftOf, wallTime } from "./rules-shift";

const NOW = new Date("2026-11-26T20:00:00Z");
const at = (text: string) => new Date(text);

describe("a visit whose clock time has shifted", () => {
  it("has another offset at its start than was promised", () => {
    // Booked for 12:00 while British Columbia was still to return to winter time.
    const start = at("2027-01-04T20:00:00Z");
    const shift = shiftOf(start, -480, "America/Vancouver");
    expect(shift).toEqual({ timeZone: "America/Vancouver", promisedOffsetMinutes: -480, offsetMinutes: -420 });
    expect([wallTime(start, -480), wallTime(start, -420)]).toEqual(["2027-01-04T12:00", "2027-01-04T13:00"]);
    expect(promisedStart(start, shift!, NOW)).toEqual(at("2027-01-04T19:00:00Z"));
  });

  it("is not reported when the offset is as promised, or the promise is unknown", () => {
    const start = at("2027-01-04T20:00:00Z");
    expect(shiftOf(start, promisedOffset(start, "America/Vancouver"), "America/Vancouver")).toBeNull();
    expect(shiftOf(start, null, "America/Vancouver")).toBeNull();
  });

  it("can't return to a time that the clock skips or that is past", () => {
    // 02:30 of that night does not exist in Berlin.
    const skipped = { timeZone: "Europe/Berlin", promisedOffsetMinutes: 60, offsetMinutes: 120 };
    expect(promisedStart(at("2027-03-28T01:30:00Z"), skipped, NOW)).toBeNull();
    const over = { timeZone: "Europe/Berlin", promisedOffsetMinutes: 120, offsetMinutes: 60 };
    expect(promisedStart(at("2026-11-26T20:30:00Z"), over, NOW)).toEqual(at("2026-11-26T21:30:00Z"));
    expect(promisedStart(at("2026-11-26T20:30:00Z"), { ...over, promisedOffsetMinutes: 0 }, NOW)).toBeNull();
  });
});

it("splits a zone's offsets into stretches without gaps, and has none for an unknown zone", () => {
  const periods = offsetPeriods("Europe/Berlin", NOW, at("2027-12-01T00:00:00Z"));
  expect(periods.map(({ from, offset }) => [from.slice(0, 16), offset])).toEqual([
    ["2026-11-26T20:00", 60],
    ["2027-03-28T01:00", 120],
    ["2027-10-31T01:00", 60],
  ]);
  expect(periods.slice(1).map(({ from }) => from)).toEqual(periods.slice(0, -1).map(({ until }) => until));
  expect(offsetPeriods("No/Such_Zone", NOW, at("2027-12-01T00:00:00Z"))).toEqual([]);
});
