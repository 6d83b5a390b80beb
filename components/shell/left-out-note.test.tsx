import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { faultAt, faultOf } from "./left-out";
import { LeftOutNote } from "./left-out-note";

const read = {
  leftOut: [
    { name: "maxFee", typed: "abc" },
    { name: "availableFrom", typed: "2027-02-30" },
    { name: "specialty", typed: "x".repeat(200) },
  ],
  rest: "city=Berlin",
};

it("says which filters a list ignores, what they contain, what is accepted and how to clear them", () => {
  render(<LeftOutNote read={read} />);
  expect(screen.getByRole("status")).toHaveTextContent("This list ignores 3 filters");
  expect(screen.getByText(/^Fee up to/).parentElement).toHaveTextContent(
    "Fee up to: “abc”. Enter an amount such as 80.",
  );
  expect(screen.getByText(/^Available from/).parentElement).toHaveTextContent("“2027-02-30” isn’t a date.");
  expect(screen.getByText(/^Specialty/).parentElement).toHaveTextContent(
    `Specialty: “${"x".repeat(60)}…” isn’t one of the choices.`,
  );
  expect(screen.getByRole("link", { name: "Remove them" })).toHaveAttribute(
    "href",
    expect.stringMatching(/\?city=Berlin$/),
  );
});

it("shows nothing when every filter is understood", () => {
  const { container } = render(<LeftOutNote read={{ leftOut: [], rest: "" }} />);
  expect(container).toBeEmptyDOMElement();
});

it("marks a field for as long as it holds the ignored value", () => {
  expect(faultAt(read.leftOut, "maxFee", "abc")).toBe("Enter an amount such as 80.");
  expect(faultAt(read.leftOut, "maxFee", "80")).toBeUndefined();
  expect(faultOf(read.leftOut, "city")).toBeUndefined();
});
