import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { PracticeHours } from "./practice-hours";

const day = { start: "08:00", end: "17:00" };

it("says when the practice reads messages, by the days with the same hours", () => {
  const week = [
    { weekdays: [1, 2, 3, 4, 5] as const, intervals: [day] },
    {
      weekdays: [6, 7] as const,
      intervals: [
        { start: "09:00", end: "10:00" },
        { start: "22:00", end: "24:00" },
      ],
    },
  ].map(({ weekdays, intervals }) => ({ weekdays: [...weekdays], intervals }));
  render(<PracticeHours hours={{ timeZone: "Europe/Berlin", week, isOpen: true, opensAt: null }} />);
  expect(screen.getByText(/The practice reads messages on/)).toHaveTextContent(
    "The practice reads messages on Monday to Friday, 8:00 AM–5:00 PM; Saturday, Sunday, 9:00 AM–10:00 AM and 10:00 PM–24:00 (Berlin time).",
  );
  expect(screen.queryByText(/closed now/)).toBeNull();
});

it("says that it is closed, and when it opens by its own clock", () => {
  const week = [{ weekdays: [1 as const], intervals: [day] }];
  const hours = { timeZone: "Europe/Berlin", week, isOpen: false, opensAt: "2026-11-30T07:00:00Z" };
  render(<PracticeHours hours={hours} />);
  expect(screen.getByText(/The practice is closed now/)).toHaveTextContent(/opens Mon, Nov 30, 8:00.AM\.$/);
});
