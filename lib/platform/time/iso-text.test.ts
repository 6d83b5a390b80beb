import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, instantWriter, parseInstant, parseLocalDate, parseLocalTime } from "./iso-text";

const anyInstant = fc.integer({ min: Date.parse("0001-01-01T00:00:00Z"), max: Date.parse("9999-12-31T23:59:59Z") });

describe("parseInstant", () => {
  it("reads what Date writes", () => {
    fc.assert(
      fc.property(anyInstant, (ms) => {
        expect(parseInstant(new Date(ms).toISOString())).toBe(ms);
      }),
    );
  });

  it.each([
    ["2026-06-01T09:00:00Z", "2026-06-01T09:00:00.000Z"],
    ["2026-06-01T09:00Z", "2026-06-01T09:00:00.000Z"],
    ["2026-06-01T09:00:00.5Z", "2026-06-01T09:00:00.500Z"],
    ["2026-06-01T09:00:00.123456789Z", "2026-06-01T09:00:00.123Z"],
    ["2026-06-01T09:00:00+05:45", "2026-06-01T03:15:00.000Z"],
    ["2026-06-01T09:00:00-0330", "2026-06-01T12:30:00.000Z"],
    ["2026-06-01T09:00:00+02", "2026-06-01T07:00:00.000Z"],
    ["2024-02-29T00:00:00z", "2024-02-29T00:00:00.000Z"],
  ])("reads %s", (text, iso) => {
    expect(new Date(parseInstant(text)).toISOString()).toBe(iso);
  });

  it.each([
    ...["", "now", "2026-06-01", "2026-06-01T09:00:00", "2026-06-01 09:00:00Z", "2026-06-01T09:00:00+24:00"],
    ...["2026-02-29T00:00:00Z", "2026-00-10T00:00:00Z", "02026-06-01T09:00:00Z", "0000-06-01T09:00:00Z"],
    ...["2026-06-01T24:00:00Z", "2026-06-01T09:60:00Z", "2026-06-01T09:00:60Z", "2026-06-01T09:00:0aZ"],
    ...["2026-06-01T09:00:00.0a0Z", "2026/06/01T09:00:00Z", null, 5, undefined],
  ])("refuses %j", (text) => {
    expect(parseInstant(text)).toBeNaN();
  });
});

describe("parseLocalDate", () => {
  it("counts days from 1970-01-01", () => {
    fc.assert(
      fc.property(anyInstant, (ms) => {
        expect(parseLocalDate(new Date(ms).toISOString().slice(0, 10))).toBe(Math.floor(ms / DAY_MS));
      }),
    );
  });

  it.each(["2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-1-1", "2026-01-00", "2026-01-32", "", null])(
    "refuses %j",
    (text) => expect(parseLocalDate(text)).toBeNaN(),
  );
});

describe("parseLocalTime", () => {
  it.each([
    ["00:00", 0],
    ["09:30", 570],
    ["23:59", 1439],
    ["24:00", 1440],
  ])("reads %s", (text, minutes) => {
    expect(parseLocalTime(text)).toBe(minutes);
  });

  it.each(["24:01", "25:00", "9:00", "09:60", "09.30", "0930", "-1:00", "09:3 ", "", null])("refuses %j", (text) => {
    expect(parseLocalTime(text)).toBeNaN();
  });
});

describe("instantWriter", () => {
  it("writes whole seconds as parseInstant reads them", () => {
    fc.assert(
      fc.property(fc.array(anyInstant), (instants) => {
        const write = instantWriter();
        for (const ms of instants) expect(write(ms)).toBe(`${new Date(ms).toISOString().slice(0, 19)}Z`);
      }),
    );
  });
});
