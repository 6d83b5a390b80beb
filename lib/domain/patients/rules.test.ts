import { expect, it } from "vitest";
import { ageOn } from "./rules";

it("counts whole years, from the birthday on", () => {
  const ageAt = (day: string) => ageOn(new Date("2000-02-29"), new Date(day));
  expect([ageAt("2026-02-28T23:00:00Z"), ageAt("2026-03-01T00:00:00Z"), ageAt("2028-02-29T00:00:00Z")]).toEqual([
    25, 26, 28,
  ]);
});
