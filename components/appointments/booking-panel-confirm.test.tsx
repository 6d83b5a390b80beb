import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import {
  choose,
  fail,
  FIRST,
  focusAtSightOf,
  held,
  holdPerTest,
  PANEL,
  THIRD,
} from "@/tests/support/appointments/booking-panel";
import { actions } from "@/tests/support/appointments/fake-booking";
import { BookingPanel } from "./booking-panel";

vi.mock("next/navigation", async () => (await import("@/tests/support/appointments/fake-booking")).navigation);
vi.mock(
  "@/lib/domain/appointments/actions",
  async () => (await import("@/tests/support/appointments/fake-booking")).actions,
);
vi.mock(
  "@/lib/domain/questionnaires/actions",
  async () => (await import("@/tests/support/appointments/fake-booking")).questions,
);
vi.mock(import("@/components/ui/reader"), async (original) => ({
  ...(await original()),
  useReader: (await import("@/tests/support/appointments/fake-booking")).useReader,
}));

holdPerTest();

const panel = () => <BookingPanel {...PANEL} />;

describe("the confirmation step", () => {
  const type = async (user: ReturnType<typeof userEvent.setup>) => {
    await choose(user);
    await user.type(screen.getByRole("textbox"), "A cough");
  };
  const book = (user: ReturnType<typeof userEvent.setup>) => user.click(screen.getByRole("button", { name: "Book" }));

  it("books with what was typed, and moves focus to the result", async () => {
    const user = userEvent.setup();
    actions.bookAction.mockResolvedValueOnce({ ok: true, data: { id: "a1", start: FIRST.start, status: "CONFIRMED" } });
    render(panel());
    await type(user);
    const focus = focusAtSightOf(() => screen.queryByRole("heading", { name: "Booked" }));
    await book(user);
    expect(await focus).toBe(screen.getByRole("heading", { name: "Booked" }));
    expect(screen.getByRole("heading", { name: "Booked" })).toHaveFocus();
    expect(actions.bookAction).toHaveBeenCalledExactlyOnceWith({
      doctorId: "d",
      patientId: "p1",
      start: FIRST.start,
      scheduleId: "s",
      holdId: "h1",
      reason: "A cough",
    });
    expect(actions.releaseHoldAction).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Book another" }));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it("stays open with everything typed when booking is refused or can't be sent", async () => {
    const user = userEvent.setup();
    actions.bookAction.mockResolvedValueOnce(fail("patient-busy", "There is another visit."));
    actions.bookAction.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    render(panel());
    await type(user);
    await book(user);
    expect(await screen.findByRole("alert")).toHaveTextContent("There is another visit.");
    await book(user);
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(/couldn't connect/));
    expect(screen.getByRole("textbox")).toHaveValue("A cough");
  });

  it("returns to the times when the slot is lost, and keeps the text for the next one", async () => {
    const user = userEvent.setup();
    actions.bookAction.mockResolvedValueOnce(fail("slot-taken", "Just taken.", { alternatives: [THIRD] }));
    render(panel());
    await type(user);
    await book(user);
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    await user.click(screen.getByRole("button", { name: "Tue 24 Nov, 10:00" }));
    await screen.findByRole("dialog");
    expect(screen.getByRole("textbox")).toHaveValue("A cough");
  });

  it("ends after five minutes: says so, releases the time and keeps the text", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime, pointerEventsCheck: 0 });
    // An hour off: the hold's duration counts, not this device's clock.
    actions.holdSlotAction.mockResolvedValue(
      held({ expiresAt: new Date(Date.now() + 300_000 + 3_600_000).toISOString() }),
    );
    render(panel());
    await type(user);
    await act(() => vi.advanceTimersByTimeAsync(280_000));
    expect(screen.getByRole("dialog")).toBeInTheDocument();
    await act(() => vi.advanceTimersByTimeAsync(21_000));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(screen.getByRole("alert")).toHaveTextContent("We held this time for five minutes");
    expect(actions.releaseHoldAction).toHaveBeenCalledOnce();
    await choose(user);
    expect(screen.getByRole("textbox")).toHaveValue("A cough");
  });
});
