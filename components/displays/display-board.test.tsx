import { render, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { Board } from "@/lib/domain/displays/schema";
import { DisplayBoard } from "./display-board";

vi.mock("next/navigation", async () => (await import("@/tests/support/realtime/fake-browser")).navigation);
const freshness = vi.hoisted(() => ({ isFresh: true }));
vi.mock("@/components/realtime/use-freshness", () => ({ useIsFresh: () => freshness.isFresh, useAge: () => 0 }));

const AS_OF = "2027-01-04T09:30:00.000Z";
const board = (...queues: Board["queues"]): Board => ({ queues, asOf: AS_OF });

it("shows the latest calls in large letters, and who is next in each queue", () => {
  const called = [
    { number: "A12", calledAt: "2027-01-04T09:29:00.000Z" },
    { number: "A11", calledAt: "2027-01-04T09:20:00.000Z" },
  ];
  const [first, second] = [
    { id: "1", letter: "A", room: "Room 3", called, next: ["A13", "A14"], more: 5 },
    { id: "2", letter: "B", room: null, called: [], next: [], more: 0 },
  ];
  render(<DisplayBoard board={board(first, second)} title="City clinic · Second floor" speaks={false} />);
  const large = within(screen.getByRole("region", { name: "Called now" })).getAllByRole("listitem");
  expect(large.map(({ textContent }) => textContent)).toEqual(["A12Room 3", "A11Room 3"]);
  const queues = screen.getByRole("list", { name: "Queues" });
  expect(queues).toHaveTextContent(/A · Room 3.*A12 · A11.*A13 · A14 and 5 more/);
  expect(queues).toHaveTextContent(/B.*none/);
});

it("says what will appear while no one waits", () => {
  render(<DisplayBoard board={board()} title="City clinic" speaks={false} />);
  expect(screen.getByText("Numbers appear here when they are called.")).toBeVisible();
});

it("says when the numbers are old, because no one can reload a wall", () => {
  freshness.isFresh = false;
  render(<DisplayBoard board={board()} title="City clinic" speaks={false} />);
  expect(screen.getByText(/Please ask at the front desk/)).toBeVisible();
});
