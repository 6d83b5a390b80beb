import { render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { Select } from "./select";

const OPTIONS = [
  { value: "any", label: "Any" },
  {
    label: "Sorts",
    options: [
      { value: "soonest", label: "Soonest first" },
      { value: "fee", label: "Cheapest first" },
    ],
  },
];

it("shows the selected option as it is submitted, once", () => {
  const sorts = <Select aria-label="Order" options={OPTIONS} value="fee" onValueChange={() => undefined} />;
  expect(renderToString(sorts)).toContain("Cheapest first");
  render(sorts);
  expect(screen.getByRole("combobox", { name: "Order" })).toHaveTextContent(/^Cheapest first$/);
});

it("follows a changed value", () => {
  const { rerender } = render(<Select aria-label="Order" options={OPTIONS} value="fee" />);
  rerender(<Select aria-label="Order" options={OPTIONS} value="soonest" />);
  expect(screen.getByRole("combobox")).toHaveTextContent(/^Soonest first$/);
  rerender(<Select aria-label="Order" options={OPTIONS} value="unknown" placeholder="Choose…" />);
  expect(screen.getByRole("combobox")).not.toHaveTextContent("first");
});
