import { expect, it } from "vitest";
import { whenText } from "./when-text";

it("says a time by the clock of its place, on either side of a change of the clocks", () => {
  expect(whenText(new Date("2026-12-01T08:00:00Z"), "Europe/Berlin", "long")).toBe(
    "Tuesday 1 December 2026 at 09:00 (Berlin time)",
  );
  expect(whenText(new Date("2026-07-01T22:30:00Z"), "America/New_York", "short")).toBe(
    "Wed 1 Jul at 18:30 (New York time)",
  );
  expect(whenText(new Date("2026-10-25T00:00:00Z"), "UTC", "short")).toBe("Sun 25 Oct at 00:00 (UTC time)");
});
