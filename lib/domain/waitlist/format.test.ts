import { expect, it } from "vitest";
import { wishText } from "./format";

const wish = { from: "2027-01-04", to: "2027-01-29", weekdays: [], startTime: "00:00", endTime: "24:00" };

it("says the weekdays and hours at which someone would come", () => {
  expect(wishText(wish)).toBe("Any day, any time");
  expect(wishText({ ...wish, weekdays: [5, 1], startTime: "09:00", endTime: "12:00" })).toBe(
    "Monday and Friday, 09:00–12:00",
  );
});

it("says no weekday of a single date", () => {
  const oneDay = { ...wish, to: wish.from };
  expect(wishText({ ...oneDay, startTime: "09:00", endTime: "09:30" })).toBe("09:00–09:30");
  expect(wishText(oneDay)).toBe("any time");
});
