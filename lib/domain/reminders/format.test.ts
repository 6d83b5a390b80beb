import { expect, it } from "vitest";
import { beforeText, timesText } from "./format";

it("says how long before in the largest whole unit", () => {
  expect([4320, 1440, 120, 60, 90].map(beforeText)).toEqual(["3 days", "1 day", "2 hours", "1 hour", "90 minutes"]);
});

it("says when patients are reminded in one phrase", () => {
  expect(timesText([4320, 1440, 120])).toBe("3 days, 1 day and 2 hours before");
  expect(timesText([60])).toBe("1 hour before");
  expect(timesText([])).toBe("No reminders");
});
