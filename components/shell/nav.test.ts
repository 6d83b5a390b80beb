import { expect, it } from "vitest";
import { badgeText, isActive } from "./nav";

it("marks the current section on its inner pages, but not its neighbours", () => {
  expect(isActive("/doctor/places/7", { href: "/doctor/places" })).toBe(true);
  expect(isActive("/doctor/places-old", { href: "/doctor/places" })).toBe(false);
  expect(isActive("/doctor/places", { href: "/doctor", exact: true })).toBe(false);
  expect(isActive("/doctor", { href: "/doctor", exact: true })).toBe(true);
});

it("shortens large counts", () => {
  expect([badgeText(7), badgeText(99), badgeText(100)]).toEqual(["7", "99", "99+"]);
});
