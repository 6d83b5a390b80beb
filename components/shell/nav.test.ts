import { expect, it } from "vitest";
import { badgeText, isActive } from "./nav";

it("marks the current section on its inner pages, but not its neighbours", () => {
  expect(isActive("/doctor/patients/7", { href: "/doctor/patients" })).toBe(true);
  expect(isActive("/doctor/patients-old", { href: "/doctor/patients" })).toBe(false);
  expect(isActive("/doctor/patients", { href: "/doctor", exact: true })).toBe(false);
  expect(isActive("/doctor", { href: "/doctor", exact: true })).toBe(true);
});

it("shortens large counts", () => {
  expect([badgeText(7), badgeText(99), badgeText(100)]).toEqual(["7", "99", "99+"]);
});
