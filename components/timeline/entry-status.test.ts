import { expect, it } from "vitest";
import { entryStatus } from "./entry-status";

it("a status is said only where it changes the meaning", () => {
  expect(entryStatus({ type: "VISIT", status: "COMPLETED" })).toBeNull();
  expect(entryStatus({ type: "VISIT", status: "NO_SHOW" })).toBe("Missed");
  expect(entryStatus({ type: "ALLERGY", status: "ACTIVE" })).toBeNull();
  expect(entryStatus({ type: "ALLERGY", status: "INACTIVE" })).toBe("No longer an allergy");
  expect(entryStatus({ type: "CONDITION", status: "RESOLVED" })).toBe("Resolved");
  expect(entryStatus({ type: "STAY", status: null })).toBeNull();
});
