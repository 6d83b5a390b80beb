import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { HolidayList } from "./holiday-list";

it("says of a past holiday neither that it is open nor that it could be closed", () => {
  const day = (date: string, name: string, isClosed = false) => ({ date, name, isClosed });
  const holidays = [
    day("2026-01-01", "New Year's Day"),
    day("2026-05-01", "Labour Day", true),
    day("2026-12-25", "Christmas Day"),
  ];
  render(<HolidayList holidays={holidays} today="2026-11-28" />);
  const badges = screen.getAllByRole("listitem").map((item) => /Past|Closed|Open/.exec(item.textContent)?.[0]);
  expect(badges).toEqual(["Past", "Closed", "Open"]);
});
