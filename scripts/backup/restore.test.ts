import { expect, it } from "vitest";
import type { Manifest } from "./manifest";
import { chooseManifest } from "./restore";

const ended = (endedAt: string) => ({ endedAt: new Date(endedAt) }) as Manifest;
const [first, second] = [ended("2026-11-27T02:31:00Z"), ended("2026-11-28T02:31:00Z")];

it("a moment is restored from the newest backup that had ended by then", () => {
  const choose = (to: string | undefined) => chooseManifest([first, second], to ? new Date(to) : undefined);
  expect(choose("2026-11-28T02:30:59Z")).toBe(first);
  expect(choose("2026-11-28T02:31:00Z")).toBe(second);
  expect(choose(undefined)).toBe(second);
  expect(() => choose("2026-11-27T02:30:00Z")).toThrow("The oldest backup is of 2026-11-27T02:31:00.000Z");
  expect(() => chooseManifest([], undefined)).toThrow("There is no whole backup");
});
