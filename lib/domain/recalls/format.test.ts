import { expect, it } from "vitest";
import { intervalText, monthText, USUAL_MONTHS } from "./format";

it("names intervals and months", () => {
  expect(USUAL_MONTHS.map(intervalText)).toEqual([
    "In 1 month",
    "In 3 months",
    "In 6 months",
    "In 1 year",
    "In 2 years",
  ]);
  expect(monthText("2027-05")).toBe("May 2027");
});
