import { expect, it } from "vitest";
import { clockNamed } from "@/lib/platform/time/clock";
import { decimal, inUnit, percent, stretchName } from "./numbers-words";

const reader = { locale: "en-GB", clock: clockNamed("Europe/Berlin") };
const stretch = (start: string, end: string) => ({ start, end });

it("labels an hour, a day and a week in the place's time zone", () => {
  expect(stretchName(stretch("2026-11-26T09:00:00Z", "2026-11-26T10:00:00Z"), "hour", reader)).toEqual({
    name: "10:00–11:00",
    short: "10:00",
  });
  expect(stretchName(stretch("2026-11-25T23:00:00Z", "2026-11-26T23:00:00Z"), "day", reader)).toEqual({
    name: "Thu 26 Nov",
    short: "26 Nov",
  });
  const week = stretchName(stretch("2026-11-15T23:00:00Z", "2026-11-22T23:00:00Z"), "week", reader);
  expect(week.short).toBe("16 Nov");
  expect(week.name.replaceAll(" ", "")).toBe("16–22Nov");
});

it("formats numbers in the reader's locale", () => {
  expect([decimal(1234.56, "en-GB"), decimal(3, "de-DE"), percent(0.744, "en-GB")]).toEqual(["1,234.6", "3", "74%"]);
  expect([inUnit(9, "minute", "en-GB"), inUnit(2.92, "day", "en-GB"), inUnit(1, "day", "en-GB")]).toEqual([
    "9 mins",
    "2.9 days",
    "1 day",
  ]);
});
