import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { NoHolidays } from "./no-holidays";

it("asks for the hospital's country only where its own holidays are missing", () => {
  const { rerender } = render(<NoHolidays asked={undefined} year={2030} />);
  expect(screen.getByText(/^Add the hospital's country/)).toBeInTheDocument();
  rerender(<NoHolidays asked="ZZ" year={2030} />);
  expect(screen.queryByText(/^Add the hospital's country/)).toBeNull();
  expect(screen.getByRole("heading", { name: "No public holidays known for ZZ" })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Show the hospital's own" })).toHaveAttribute(
    "href",
    "/hospital/holidays?year=2030",
  );
});
