import { expect, it } from "vitest";
import { counted, numberText, plural } from "./counted";

it("says a number with its word in the singular or the plural", () => {
  expect([0, 1, 2, 1204].map((count) => counted(count, "bed"))).toEqual(["0 beds", "1 bed", "2 beds", "1,204 beds"]);
  expect(counted(3, "person", "people")).toBe("3 people");
  expect([plural(1, "was", "were"), plural(2, "was", "were")]).toEqual(["was", "were"]);
  expect(numberText(12_345)).toBe("12,345");
});
