import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { clockNamed } from "@/lib/platform/time/clock";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { BookingPanel, type BookingPanelProps } from "./booking-panel";

const router = vi.hoisted(() => ({ push: vi.fn(), replace: vi.fn(), refresh: vi.fn() }));
const actions = vi.hoisted(() => ({ holdSlotAction: vi.fn(), releaseHoldAction: vi.fn(), bookAction: vi.fn() }));
vi.mock("next/navigation", () => ({
  useRouter: () => router,
  usePathname: () => "/doctors/asha",
  useSearchParams: () => new URLSearchParams("service=x"),
  unstable_rethrow: () => undefined,
}));
vi.mock("@/lib/domain/appointments/actions", () => actions);
const reader = vi.hoisted(() => ({ timeZone: "Europe/Berlin" }));
vi.mock(import("@/components/ui/reader"), async (original) => ({
  ...(await original()),
  useReader: () => ({ ...reader, clock: clockNamed(reader.timeZone), locale: "en-GB", weekStartsOn: 1 }),
}));

const slot = (start: string): OfferedSlot => ({
  start: `2026-11-24T${start}:00Z`,
  end: `2026-11-24T${start}:00Z`,
  scheduleId: "s",
  hospitalId: null,
  mode: "IN_PERSON",
});
const SLOTS = [slot("08:00"), slot("08:30"), slot("09:00")];
const [FIRST, , THIRD] = SLOTS as [OfferedSlot, OfferedSlot, OfferedSlot];
const ada = { id: "p1", name: "Ada" };
const ben = { id: "p2", name: "Ben" };
const TERMS = {
  needsConfirmation: false,
  cancellationNoticeMinutes: 1440,
  changeUntil: "2026-11-23T08:00:00Z",
  isInsideNotice: false,
};
const fail = (code: ActionFailure["code"], message: string, extra?: Record<string, unknown>) => ({
  ok: false,
  error: { code, message, requestId: "", extra },
});
const held = (over = {}) => ({
  ok: true,
  data: {
    id: "h1",
    doctorId: "d",
    start: FIRST.start,
    end: FIRST.end,
    expiresAt: new Date(Date.now() + 300_000).toISOString(),
    terms: TERMS,
    ...over,
  },
});

const panel = (over: Partial<BookingPanelProps> = {}) => (
  <BookingPanel
    doctor={{ id: "d", name: "Dr Asha", timeZone: "Europe/Berlin" }}
    services={[]}
    serviceId={null}
    places={{ "": "Practice" }}
    slots={SLOTS}
    firstDate={null}
    asOf="2026-11-23T10:00:00Z"
    nextSlot={null}
    zones={{}}
    patients={[ada]}
    wantedStart={null}
    {...over}
  />
);
const time = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name}`) });
/** Returns what has focus at the very moment something appears: a key pressed then must not act on the old place. */
const focusAtSightOf = (find: () => HTMLElement | null) =>
  new Promise<Element | null>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!find()) return;
      observer.disconnect();
      resolve(document.activeElement);
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
const choose = async (user: ReturnType<typeof userEvent.setup>, name = "09:00") => {
  await user.click(time(name));
  return screen.findByRole("dialog", { name: "Book this time?" });
};

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(() => {
  vi.resetAllMocks();
  actions.holdSlotAction.mockResolvedValue(held());
  actions.releaseHoldAction.mockResolvedValue({ ok: true, data: null });
});

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
