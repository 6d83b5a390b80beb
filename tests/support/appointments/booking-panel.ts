import { screen } from "@testing-library/react";
import type userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, vi } from "vitest";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { actions } from "./fake-booking";

/** Before each test the hold of the first time succeeds, and so does its release. */
export function holdPerTest(): void {
  beforeEach(() => {
    vi.resetAllMocks();
    actions.holdSlotAction.mockResolvedValue(held());
    actions.releaseHoldAction.mockResolvedValue({ ok: true, data: null });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

const slot = (start: string): OfferedSlot => ({
  start: `2026-11-24T${start}:00Z`,
  end: `2026-11-24T${start}:00Z`,
  scheduleId: "s",
  hospitalId: null,
  mode: "IN_PERSON",
});
const SLOTS = [slot("08:00"), slot("08:30"), slot("09:00")];
export const [FIRST, , THIRD] = SLOTS as [OfferedSlot, OfferedSlot, OfferedSlot];
export const ada = { id: "p1", name: "Ada" };
export const TERMS = {
  needsConfirmation: false,
  cancellationNoticeMinutes: 1440,
  changeUntil: "2026-11-23T08:00:00Z",
  isInsideNotice: false,
};
export const fail = (code: ActionFailure["code"], message: string, extra?: Record<string, unknown>) => ({
  ok: false,
  error: { code, message, requestId: "", extra },
});
export const held = (over = {}) => ({
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

/** What the panel shows: three times of one doctor, for a patient without family. */
export const PANEL = {
  doctor: { id: "d", name: "Dr Asha", timeZone: "Europe/Berlin" },
  services: [],
  serviceId: null,
  places: { "": "Practice" },
  slots: SLOTS,
  firstDate: null,
  asOf: "2026-11-23T10:00:00Z",
  nextSlot: null,
  zones: {},
  patients: [ada],
  wantedStart: null,
};

export const time = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name}`) });

/** Returns what has focus at the very moment something appears: a key pressed then must not act on the old place. */
export const focusAtSightOf = (find: () => HTMLElement | null) =>
  new Promise<Element | null>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!find()) return;
      observer.disconnect();
      resolve(document.activeElement);
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });

/** Chooses a time and waits for the dialog that holds it. */
export const choose = async (user: ReturnType<typeof userEvent.setup>, name = "09:00") => {
  await user.click(time(name));
  return screen.findByRole("dialog", { name: "Book this time?" });
};
