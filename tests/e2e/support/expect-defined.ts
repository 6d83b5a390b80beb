import { expect } from "@playwright/test";

/** Returns a value the test needs; fails the test when it is missing. */
export function expectDefined<T>(value: T | undefined, what: string): T {
  expect(value, what).toBeDefined();
  return value as T;
}
