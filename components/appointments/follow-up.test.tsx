import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { clockNamed } from "@/lib/platform/time/clock";
import { FollowUp } from "./follow-up";

const bookAction = vi.hoisted(() => vi.fn<(wanted: { start: string }) => Promise<object>>());
vi.mock("@/lib/domain/appointments/actions", () => ({ bookAction }));
const router = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router, unstable_rethrow: () => undefined }));
vi.mock(import("@/components/ui/reader"), async (original) => ({
  ...(await original()),
  useReader: () => ({ timeZone: "UTC", clock: clockNamed("UTC"), locale: "en-GB", weekStartsOn: 1 }),
}));
const asked = vi.fn<(address: URL) => void>();

const HOUSE = "0190a000-0000-7000-8000-000000000001";
const PRACTICE_HOURS = "0190a000-0000-7000-8000-000000000002";
const HOUSE_HOURS = "0190a000-0000-7000-8000-000000000003";
const slot = (start: string, hospitalId: string | null) => ({
  start,
  end: start.replace(":00Z", ":30Z"),
  scheduleId: hospitalId ? HOUSE_HOURS : PRACTICE_HOURS,
  hospitalId,
  mode: "IN_PERSON",
});
const SLOTS = [slot("2026-12-01T09:00:00Z", null), slot("2026-12-01T10:00:00Z", HOUSE)];

function answerWith(slots: object[]) {
  vi.stubGlobal("fetch", (address: string) => {
    asked(new URL(address, "http://localhost"));
    return Promise.resolve(new Response(JSON.stringify({ slots })));
  });
}

const PLACES = {
  "": { name: "Own practice", timeZone: "UTC" },
  [HOUSE]: { name: "City Hospital", timeZone: "UTC" },
};

async function open({ placeId = "", places = PLACES as Record<string, (typeof PLACES)[""]> } = {}) {
  render(
    <FollowUp
      visit={{ doctorId: "d", patientId: "p", serviceId: "s", placeId }}
      subject="Asha Abelard, Check-up"
      places={places}
      asOf="2026-11-27T08:00:00Z"
    />,
  );
  await userEvent.click(screen.getByRole("button", { name: "Book a follow-up" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Book a follow-up" }));
  await dialog.findByRole("radiogroup", { name: "Day" });
  return dialog;
}
type Opened = Awaited<ReturnType<typeof open>>;
const times = (dialog: Opened) =>
  dialog.getAllByRole("button", { name: /^\d\d:\d\d/ }).map(({ textContent }) => textContent);
const suggested = (dialog: Opened) =>
  within(dialog.getByRole("group", { name: "Jump to" }))
    .getAllByRole("button")
    .map(({ textContent }) => textContent);

beforeEach(() => {
  vi.clearAllMocks();
  answerWith(SLOTS);
});

describe("a follow-up", () => {
  it("is booked for the visit's patient, with its service, at its place", async () => {
    bookAction.mockResolvedValue({ ok: true, data: { start: SLOTS[0]?.start } });
    const dialog = await open();
    expect(asked.mock.lastCall?.[0].searchParams.get("serviceId")).toBe("s");
    expect(times(dialog)).toEqual(["09:00"]);
    expect(dialog.getByRole("button", { name: "Choose a time" })).toBeDisabled();
    await userEvent.click(dialog.getByRole("button", { name: /^09:00/ }));
    await userEvent.click(dialog.getByRole("button", { name: /^Book .*09:00/ }));
    expect(bookAction).toHaveBeenCalledExactlyOnceWith({
      doctorId: "d",
      patientId: "p",
      serviceId: "s",
      start: SLOTS[0]?.start,
      scheduleId: PRACTICE_HOURS,
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(router.refresh).toHaveBeenCalled();
  });

  it("jumps to the usual intervals, among the times the practice books further ahead than patients", async () => {
    const dialog = await open();
    expect(asked.mock.lastCall?.[0].searchParams.get("as")).toBe("practice");
    expect(suggested(dialog)).toEqual(["In 1 week", "In 2 weeks", "In 1 month", "In 3 months", "In 6 months"]);
    await userEvent.click(dialog.getByRole("button", { name: "In 1 month" }));
    expect(dialog.getByRole("button", { name: "In 1 month" })).toHaveAttribute("aria-pressed", "true");
    expect(await dialog.findByRole("radio", { name: /27 December/ })).toBeInTheDocument();
    expect(asked.mock.lastCall?.[0].searchParams.get("from")).toBe("2026-12-26T10:00:00.000Z");
  });

  it("stays at the visit's hospital", async () => {
    const dialog = await open({ placeId: HOUSE });
    expect(asked.mock.lastCall?.[0].searchParams.get("hospitalId")).toBe(HOUSE);
    expect(times(dialog)).toEqual(["10:00"]);
  });

  it("is booked elsewhere once the visit's place has no hours any more", async () => {
    const dialog = await open({ placeId: HOUSE, places: { "": PLACES[""] } });
    expect(times(dialog)).toEqual(["09:00"]);
    expect(dialog.queryByLabelText("Place")).not.toBeInTheDocument();
  });

  it("keeps the dialog and offers the nearest times when someone was faster", async () => {
    const [taken, other] = [SLOTS[0], slot("2026-12-01T09:30:00Z", null)];
    const error = {
      code: "slot-taken",
      message: "Someone was faster.",
      requestId: "r",
      extra: { alternatives: [other] },
    };
    bookAction.mockResolvedValueOnce({ ok: false, error });
    const dialog = await open();
    await userEvent.click(dialog.getByRole("button", { name: /^09:00/ }));
    await userEvent.click(dialog.getByRole("button", { name: /^Book / }));
    expect(await dialog.findByText("Someone was faster.")).toBeInTheDocument();
    const nearest = within(dialog.getByRole("group", { name: "Nearest available times" }));
    await userEvent.click(nearest.getByRole("button"));
    bookAction.mockResolvedValueOnce({ ok: true, data: { start: other.start } });
    await userEvent.click(dialog.getByRole("button", { name: /^Book .*09:30/ }));
    expect(bookAction.mock.calls.map(([{ start }]) => start)).toEqual([taken?.start, other.start]);
  });
});
