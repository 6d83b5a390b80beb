import { expect, it } from "vitest";
import { hueOf, initialsOf } from "./avatar";

it.each([
  ["Dr. Mara Lindqvist", "ML"],
  ["Prof. Dr. med. Jan van der Berg", "JB"],
  ["Ngozi", "N"],
  ["  ", ""],
  ["Łukasz 𠮷田", "Ł𠮷"],
])("abbreviates %j to %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it("always gives a name the same hue, within the circle", () => {
  expect(hueOf("Mara Lindqvist")).toBe(hueOf("Mara Lindqvist"));
  expect(hueOf("x".repeat(10_000))).toBeLessThanOrEqual(360);
});
