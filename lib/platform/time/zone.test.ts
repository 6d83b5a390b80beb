import { describe, expect, it } from "vitest";
import { zoneNamed, zoneNames, type Zone } from "./zone";

const MINUTE = 60_000;

function zone(name: string): Zone {
  const found = zoneNamed(name);
  if (!found) throw new Error(`No zone ${name}`);
  return found;
}

/** The instant of a local time such as `2027-01-04T12:00`. */
const instantIn = (name: string, local: string) =>
  new Date(zone(name).instantOf(Date.parse(`${local}:00Z`))).toISOString().slice(0, 16);

describe("recent rule changes", () => {
  it.each([
    ["British Columbia keeps its summer time", "America/Vancouver", "2027-01-04T12:00", "2027-01-04T19:00"],
    ["Alberta keeps its summer time", "America/Edmonton", "2027-01-04T12:00", "2027-01-04T18:00"],
    ["the Northwest Territories keep their summer time", "America/Inuvik", "2027-01-04T12:00", "2027-01-04T18:00"],
    ["the Northwest Territories keep their summer time", "America/Yellowknife", "2027-01-04T12:00", "2027-01-04T18:00"],
    ["Morocco is back on Greenwich time", "Africa/Casablanca", "2027-01-04T12:00", "2027-01-04T12:00"],
    ["Western Sahara is back on Greenwich time", "Africa/El_Aaiun", "2027-01-04T12:00", "2027-01-04T12:00"],
  ])("%s: %s", (_what, name, local, instant) => {
    expect(instantIn(name, local)).toBe(instant);
  });
});

describe("a zone's rules", () => {
  it("keep changing the clock for as long as dates are accepted", () => {
    for (const name of [
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "America/Santiago",
      "Africa/Cairo",
    ]) {
      const offsets = ["2199-01-15", "2199-07-15"].map((date) => zone(name).offsetAt(Date.parse(date)));
      expect(new Set(offsets).size, name).toBe(2);
    }
  });

  it("move a local time in a gap later by it, and choose the earlier of two", () => {
    expect(instantIn("Europe/Berlin", "2026-03-29T02:30")).toBe("2026-03-29T01:30");
    expect(instantIn("Europe/Berlin", "2026-10-25T02:30")).toBe("2026-10-25T00:30");
    expect(instantIn("Australia/Lord_Howe", "2026-10-04T02:10")).toBe("2026-10-03T15:40");
    expect(instantIn("Pacific/Apia", "2011-12-30T12:00")).toBe("2011-12-30T22:00");
  });

  it("start a date after its midnight where that does not exist", () => {
    const begins = (name: string, date: string) => new Date(zone(name).startOfDate(Date.parse(date))).toISOString();
    expect(begins("America/Santiago", "2026-09-06")).toBe("2026-09-06T04:00:00.000Z");
    expect(begins("America/Toronto", "1919-03-31")).toBe("1919-03-31T04:30:00.000Z");
    expect(begins("Africa/Cairo", "2026-10-30")).toBe("2026-10-29T22:00:00.000Z");
  });

  it("round-trip every local time they show", () => {
    for (const name of zoneNames()) {
      for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2031, 0, 1); at += 1_234_567 * MINUTE) {
        const local = at + zone(name).offsetAt(at);
        const again = zone(name).instantOf(local);
        expect(again + zone(name).offsetAt(again), name).toBe(local);
      }
    }
  });

  it("list the changes within a stretch, starting with the current offset", () => {
    const changes = zone("Europe/Berlin").changesBetween(Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1));
    expect(changes.map(({ at, offset }) => [new Date(at).toISOString().slice(0, 16), offset / MINUTE])).toEqual([
      ["2026-01-01T00:00", 60],
      ["2026-03-29T01:00", 120],
      ["2026-10-25T01:00", 60],
    ]);
  });
});

it("accepts old names and any case for the same zone", () => {
  for (const [old, now] of [
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["america/new_york", "America/New_York"],
    ["Asia/Katmandu", "Asia/Kathmandu"],
  ] as const) {
    expect(zone(old).changesBetween(0, Date.UTC(2030, 0, 1))).toEqual(
      zone(now).changesBetween(0, Date.UTC(2030, 0, 1)),
    );
  }
  for (const name of Intl.supportedValuesOf("timeZone")) expect(zoneNamed(name), name).not.toBeNull();
});
