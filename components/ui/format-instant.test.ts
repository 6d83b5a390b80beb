import { expect, it } from "vitest";
import { clockNamed } from "@/lib/platform/time/clock";
import { formatClockTime, formatDate, formatDateParts, formatInstant, formatMinutes, placeOf } from "./format-instant";

const clock = clockNamed("UTC");

it.each([
  ["en-GB", "09:05"],
  ["en-IE", "09:05"],
  ["en-US", "9:05\u00a0AM"],
  ["en-AU", "9:05\u00a0am"],
])("writes a time of day by the clock of %s, without a break inside", (locale, text) => {
  expect(formatInstant("2026-11-27T09:05:00Z", "time", { locale, clock })).toBe(text);
  expect(formatInstant("2026-11-27T09:05:00Z", "datetime", { locale, clock })).toMatch(new RegExp(`${text}$`));
});

it("writes minutes since midnight and dates of no zone as the reader does", () => {
  expect([formatMinutes(9 * 60, "en-GB"), formatMinutes(14 * 60 + 30, "en-US")]).toEqual(["09:00", "2:30\u00a0PM"]);
  expect(formatDate("1980-02-03", "dated", "en-GB")).toBe("3 Feb 1980");
  expect(formatDateParts("2026-11-27", { weekday: "long" }, "en-GB")).toBe("Friday");
});

it("formats stored hours by the reader's clock, and leaves what is being typed", () => {
  expect(["09:00", "14:30", "24:00", "9"].map((time) => formatClockTime(time, "en-GB"))).toEqual([
    "09:00",
    "14:30",
    "00:00",
    "9",
  ]);
  expect(["09:00", "14:30", "24:00"].map((time) => formatClockTime(time, "en-US"))).toEqual([
    "9:00\u00a0AM",
    "2:30\u00a0PM",
    "12:00\u00a0AM",
  ]);
});

it("calls a zone by its current name", () => {
  expect([placeOf("Asia/Calcutta"), placeOf("America/New_York")]).toEqual(["Kolkata", "New York"]);
});
