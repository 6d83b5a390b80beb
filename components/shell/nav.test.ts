import { expect, it } from "vitest";
import { routes } from "@/lib/site/routes";
import { badgeText, isActive, pagesOf } from "./nav";

it("marks the current section on its inner pages, but not its neighbours", () => {
  expect(isActive("/doctor/places/7", { href: "/doctor/places" })).toBe(true);
  expect(isActive("/doctor/places-old", { href: "/doctor/places" })).toBe(false);
  expect(isActive("/doctor/places", { href: "/doctor", exact: true })).toBe(false);
  expect(isActive("/doctor", { href: "/doctor", exact: true })).toBe(true);
});

it("marks the section of pages whose address lies elsewhere", () => {
  const today = { href: routes.doctor.home(), exact: true, also: pagesOf(routes.doctor.visit, routes.doctor.shifted) };
  expect(today.also).toEqual(["/doctor/visits", "/doctor/shifted"]);
  expect(isActive("/doctor/visits/7", today)).toBe(true);
  expect(isActive("/doctor/shifted", today)).toBe(true);
  expect(isActive("/doctor/shifted-times", today)).toBe(false);
  expect(isActive("/doctor/hours", today)).toBe(false);
});

it("shortens large counts", () => {
  expect([badgeText(7), badgeText(99), badgeText(100)]).toEqual(["7", "99", "99+"]);
});
