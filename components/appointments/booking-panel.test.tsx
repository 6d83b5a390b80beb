import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import {
  ada,
  choose,
  fail,
  FIRST,
  focusAtSightOf,
  held,
  holdPerTest,
  PANEL,
  TERMS,
  THIRD,
  time,
} from "@/tests/support/appointments/booking-panel";
import { actions, router } from "@/tests/support/appointments/fake-booking";
import { BookingPanel, type BookingPanelProps } from "./booking-panel";

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

const panel = (over: Partial<BookingPanelProps> = {}) => <BookingPanel {...PANEL} {...over} />;
const ben = { id: "p2", name: "Ben" };

describe("the terms shown before booking", () => {
  const phones = { "": "+49 30 5550 100" };
  const doctor = { id: "d", name: "Dr Asha", timeZone: "Europe/Berlin", fee: "€80" };

  it("include the fee, the confirmation and the last time for changes", async () => {
    render(panel({ doctor, phones }));
    const dialog = await choose(userEvent.setup());
    expect(dialog).toHaveTextContent("€80");
    expect(dialog).toHaveTextContent("It is confirmed at once.");
    expect(dialog).toHaveTextContent(
      /You can reschedule or cancel it here until Mon 23 Nov, 09:00, 1 day before it begins/,
    );
  });

  it("say that the practice confirms, and show its number when only the grace period is left", async () => {
    actions.holdSlotAction.mockResolvedValue(
      held({ terms: { ...TERMS, needsConfirmation: true, isInsideNotice: true } }),
    );
    render(panel({ doctor, phones }));
    const dialog = await choose(userEvent.setup());
    expect(dialog).toHaveTextContent("The practice confirms it first.");
    expect(dialog).toHaveTextContent(
      "only for 15 minutes after booking, because it begins in less than 1 day. After that, please call the practice: +49 30 5550 100.",
    );
  });

  it("say so when no fee is stated and when there is no notice", async () => {
    actions.holdSlotAction.mockResolvedValue(held({ terms: { ...TERMS, cancellationNoticeMinutes: 0 } }));
    render(panel());
    const dialog = await choose(userEvent.setup());
    expect(dialog).toHaveTextContent("The practice has not stated a fee.");
    expect(dialog).toHaveTextContent("You can reschedule or cancel it here until it begins.");
  });
});

describe("choosing a time", () => {
  it("holds it, moves focus into the dialog, and releases the time and restores focus on cancel", async () => {
    const user = userEvent.setup();
    render(panel());
    const dialog = await choose(user);
    expect(actions.holdSlotAction).toHaveBeenCalledExactlyOnceWith({
      doctorId: "d",
      start: FIRST.start,
      scheduleId: "s",
      patientId: "p1",
    });
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    expect(dialog).toHaveTextContent(/holding it for you for/);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(time("09:00")).toHaveFocus());
    expect(actions.releaseHoldAction).toHaveBeenCalledExactlyOnceWith({ id: "h1" });
    expect(router.refresh).toHaveBeenCalled();
  });

  it("offers the nearest available times when someone else was faster, and books one of them", async () => {
    const user = userEvent.setup();
    actions.holdSlotAction.mockResolvedValueOnce(
      fail("slot-taken", "Someone else has just booked this time.", { alternatives: [THIRD] }),
    );
    render(panel());
    const focus = focusAtSightOf(() => screen.queryByText("Someone else has just booked this time."));
    await user.click(time("09:00"));
    expect(await focus).toBe(screen.getByText("Someone else has just booked this time.").closest("[data-failure]"));
    await user.click(screen.getByRole("button", { name: "Tue 24 Nov, 10:00" }));
    await screen.findByRole("dialog");
    expect(actions.holdSlotAction).toHaveBeenLastCalledWith(expect.objectContaining({ start: THIRD.start }));
  });

  it("shows an error when the server can't be reached", async () => {
    const user = userEvent.setup();
    actions.holdSlotAction.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    render(panel());
    await user.click(time("09:00"));
    expect(await screen.findByText(/couldn't connect/)).toBeInTheDocument();
    expect(time("09:00")).not.toHaveAttribute("aria-busy");
  });

  it("holds it for the family member who has no other visit then", async () => {
    const user = userEvent.setup();
    actions.holdSlotAction.mockResolvedValueOnce(fail("patient-busy", "busy"));
    render(panel({ patients: [ada, ben] }));
    await choose(user);
    expect(screen.getByRole("radio", { name: "Ben" })).toBeChecked();
  });

  it("sends visitors to sign in and back to the same time", async () => {
    const user = userEvent.setup();
    render(panel({ patients: null }));
    await user.click(time("09:00"));
    const [address] = router.push.mock.calls[0] as [string];
    const from = new URL(address, "http://x").searchParams.get("from");
    expect(from).toBe(`/doctors/asha?service=x&start=${encodeURIComponent(FIRST.start)}`);
    expect(actions.holdSlotAction).not.toHaveBeenCalled();
  });

  it("tells accounts without patients what to do", async () => {
    const user = userEvent.setup();
    render(panel({ patients: [] }));
    expect(screen.getByText(/sign in as a patient/)).toBeInTheDocument();
    await user.click(time("09:00"));
    expect(screen.getByRole("alert")).toHaveTextContent(/sign in as a patient/);
    expect(actions.holdSlotAction).not.toHaveBeenCalled();
  });
});

describe("a time in the address", () => {
  it("is held at once for signed-in users", async () => {
    render(panel({ wantedStart: THIRD.start }));
    await screen.findByRole("dialog");
    expect(actions.holdSlotAction).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ start: THIRD.start }));
  });

  it("is only suggested to visitors", async () => {
    const user = userEvent.setup();
    render(panel({ wantedStart: THIRD.start, patients: null }));
    await user.click(screen.getByRole("button", { name: "Sign in to book it" }));
    expect(router.push).toHaveBeenCalledOnce();
    expect(actions.holdSlotAction).not.toHaveBeenCalled();
  });

  it("shows an error when it is no longer available", () => {
    render(panel({ wantedStart: "2026-11-24T20:00:00Z" }));
    expect(screen.getByRole("alert")).toHaveTextContent("The time you chose is no longer free.");
  });
});
