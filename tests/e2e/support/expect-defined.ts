import { expect } from "@playwright/test";

/** What the test needs, which has to be there: without it the test fails and does not end early. */
export function expectDefined<T>(value: T | undefined, what: string): T {
  expect(value, what).toBeDefined();
  return value as T;
}
