import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { PlaceInLine } from "@/lib/domain/waiting-room/schema";
import { OwnNumber } from "./own-number";

vi.mock("next/navigation", async () => (await import("@/tests/support/realtime/fake-browser")).navigation);

const show = (over: Partial<PlaceInLine> = {}) =>
  render(
    <OwnNumber
      place={{
        appointmentId: "0199d000-0000-7000-8000-000000000001",
        number: "A12",
        state: "WAITING",
        arrivedBy: "DESK",
        room: "Room 3",
        calledAt: null,
        ahead: 2,
        wait: { low: 15, high: 30 },
        asOf: "2027-01-04T09:30:00.000Z",
        ...over,
      }}
    />,
  );

it("says how many are before the patient, how long it will be, and in which order people are called", () => {
  show();
  const place = screen.getByRole("region", { name: "Your place in line" });
  expect(place).toHaveTextContent(/A12.*2 people are before you.*about 15–30 min.*You’ll be called to Room 3/);
  expect(place).toHaveTextContent("Urgent patients go first.");
  expect(place).not.toHaveTextContent("by phone");
});

it("says where to go once they are called, and reminds those who checked in by phone to come", () => {
  show({ state: "CALLED", ahead: null, wait: null, arrivedBy: "PHONE" });
  expect(screen.getByRole("status")).toHaveTextContent("You're called. Please go to Room 3.");
  expect(screen.getByText(/Be at the practice when you’re called/)).toBeVisible();
});

it("asks those who missed every call to tell the front desk, and is gone once the visit has begun", () => {
  show({ state: "SET_ASIDE", ahead: null, wait: null });
  expect(screen.getByRole("status")).toHaveTextContent("Please tell the front desk that you’re here.");
  const { container } = show({ state: "IN_PROGRESS" });
  expect(container).toBeEmptyDOMElement();
});
