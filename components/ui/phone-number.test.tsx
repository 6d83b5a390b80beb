import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { PhoneNumber } from "./phone-number";

describe("a phone number", () => {
  it("is formatted for people, and dials with its extension separated", () => {
    render(<PhoneNumber phone="+14155552671;ext=12">Call Ada: </PhoneNumber>);
    expect(screen.getByRole("link", { name: /^Call Ada: ?\+1 415 555 2671 ext\. 12$/ })).toHaveAttribute(
      "href",
      "tel:+14155552671;ext=12",
    );
  });

  it("is not a link when there is nothing to dial", () => {
    render(<PhoneNumber phone="ring at the red door" />);
    expect(screen.getByText("ring at the red door")).toBeInTheDocument();
    expect(screen.queryByRole("link")).not.toBeInTheDocument();
  });
});
