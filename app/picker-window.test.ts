import { expect, it } from "vitest";
import { pickerWindow, wantedInstant } from "./picker-window";

const now = new Date("2026-11-23T15:00:00Z");
const of = (asked?: string | string[], start: string | null = null) => pickerWindow(asked, start, now);
const days = ({ from, to }: { from: string; to: string }) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

it("starts now unless the address names a later date, and covers that date in every time zone", () => {
  expect(of()).toEqual({ firstDate: null, from: now.toISOString(), to: "2026-12-09T15:00:00.000Z" });
  expect(of("2026-12-10")).toMatchObject({ firstDate: "2026-12-10", from: "2026-12-09T10:00:00.000Z" });
  expect(of("2020-01-01").from).toBe(now.toISOString());
  expect(days(of("2026-12-10"))).toBe(16);
});

it("ignores nonsense in the address", () => {
  for (const asked of ["2026-02-30", "9999-12-31", "tomorrow", "", ["2026-12-10", "2026-12-11"]])
    expect(of(asked).firstDate).toBeNull();
  expect(wantedInstant("2026-02-30T10:00:00Z")).toBeNull();
  expect(wantedInstant(["a", "b"])).toBeNull();
  expect(wantedInstant("2026-12-10T10:00:00+01:00")).toBe("2026-12-10T09:00:00Z");
});

it("shows the days around a selected time that lies beyond the first fortnight", () => {
  expect(of(undefined, "2026-11-30T10:00:00Z").firstDate).toBeNull();
  expect(of(undefined, "2026-12-20T10:00:00Z").firstDate).toBe("2026-12-19");
  expect(of("2026-12-10", "2026-12-20T10:00:00Z").firstDate).toBe("2026-12-10");
});
