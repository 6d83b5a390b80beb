import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { clockNamed } from "@/lib/platform/time/clock";
import { SlotPicker, type SlotPickerProps } from "./slot-picker";

const reader = vi.hoisted(() => ({ timeZone: "Europe/Berlin" }));
vi.mock(import("@/components/ui/reader"), async (original) => ({
  ...(await original()),
  useReader: () => ({ ...reader, clock: clockNamed(reader.timeZone), locale: "en-GB", weekStartsOn: 1 }),
}));

const slot = (start: string, over: Partial<OfferedSlot> = {}): OfferedSlot => ({
  start: `2026-11-${start}:00Z`,
  end: `2026-11-${start}:00Z`,
  scheduleId: "s",
  hospitalId: null,
  mode: "IN_PERSON",
  ...over,
});
const SLOTS = [slot("24T08:00"), slot("24T08:30"), slot("24T13:00"), slot("26T08:00")];
const picked = vi.fn();
const picker = (over: Partial<SlotPickerProps> = {}) => (
  <SlotPicker
    slots={SLOTS}
    firstDate="2026-11-23"
    timeZone="Europe/Berlin"
    places={{ "": "Practice" }}
    onPick={picked}
    onLater={() => undefined}
    {...over}
  />
);
const time = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name}`) });
const day = (name: string) => screen.getByRole("radio", { name: new RegExp(name) });

beforeEach(() => picked.mockClear());

describe("by keyboard", () => {
  it("moves through the days with the arrow keys, and on to the times with Tab", async () => {
    const user = userEvent.setup();
    render(picker());
    expect(day("24 November")).toBeChecked();
    day("24 November").focus();
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(day("26 November")).toHaveFocus();
    expect(day("26 November")).toBeChecked();
    await user.keyboard("{Home}");
    expect(day("23 November")).toBeChecked();
    expect(screen.getByText("No available times on this day")).toBeInTheDocument();
    await user.keyboard("{ArrowRight}");
    await user.tab();
    expect(time("09:00")).toHaveFocus();
    await user.keyboard("{ArrowRight}{End}");
    expect(time("14:00")).toHaveFocus();
    await user.keyboard("{ArrowLeft}{Enter}");
    expect(picked).toHaveBeenCalledExactlyOnceWith(SLOTS[1]);
  });

  it("keeps focus on the times when the focused one disappears", () => {
    const { rerender } = render(picker());
    time("09:30").focus();
    rerender(picker({ slots: SLOTS.filter((one) => one !== SLOTS[1]) }));
    expect(time("14:00")).toHaveFocus();
  });
});

describe("when someone else takes a time", () => {
  it("keeps it in place, struck out and disabled, and announces it", () => {
    const { rerender } = render(picker());
    rerender(picker({ slots: SLOTS.slice(1) }));
    expect(screen.queryByRole("button", { name: /^09:00/ })).not.toBeInTheDocument();
    expect(screen.getByText("09:00").closest(".line-through")).not.toBeNull();
    expect(screen.getByRole("status")).toHaveTextContent("1 time has just been taken, 2 left");
    rerender(picker());
    expect(time("09:00")).toBeEnabled();
  });

  it("keeps the selected day even when its last time goes", async () => {
    const user = userEvent.setup();
    const { rerender } = render(picker());
    await user.hover(time("09:00"));
    rerender(picker({ slots: SLOTS.slice(3) }));
    expect(day("24 November")).toBeChecked();
    expect(screen.getByText("No available times on this day")).toBeInTheDocument();
  });
});

it("writes only a selected day to the address, because writing cancels a pending navigation", async () => {
  const user = userEvent.setup();
  const onDay = vi.fn();
  render(picker({ day: null, onDay }));
  await user.hover(time("09:00"));
  await user.click(time("09:00"));
  expect(onDay).not.toHaveBeenCalled();
  await user.click(day("26 November"));
  expect(onDay).toHaveBeenCalledExactlyOnceWith("2026-11-26");
});

it("distinguishes places where there are several, and video from in-person visits", () => {
  const slots = [slot("24T08:00"), slot("24T08:30", { hospitalId: "h", scheduleId: "t", mode: "VIDEO" })];
  render(picker({ slots, places: { "": "Own practice", h: "City Hospital" } }));
  expect(screen.getByRole("group", { name: "Morning · Own practice" })).toBeInTheDocument();
  expect(screen.getByRole("group", { name: "Morning · City Hospital" })).toContainElement(
    time("09:30, Tue 24 Nov, City Hospital, by video"),
  );
});

it("disables the times while one is being held", async () => {
  const user = userEvent.setup();
  render(picker({ pendingKey: `${SLOTS[0]?.start} s` }));
  await user.click(time("09:00"));
  await user.click(time("09:30"));
  expect(picked).not.toHaveBeenCalled();
  expect(time("09:00")).toHaveAttribute("aria-busy", "true");
});

it("links to the first day with times when there are none within two weeks", async () => {
  const user = userEvent.setup();
  const jump = vi.fn();
  render(picker({ slots: [], nextDate: "2026-12-15", onJump: jump }));
  await user.click(screen.getByRole("button", { name: "Show Tue 15 Dec" }));
  expect(jump).toHaveBeenCalledExactlyOnceWith("2026-12-15");
});

describe("time zones", () => {
  afterEach(() => void (reader.timeZone = "Europe/Berlin"));

  it("shows in-person times in the place's zone, with the reader's own beside them", () => {
    reader.timeZone = "America/Los_Angeles";
    render(picker());
    expect(day("24 November")).toBeChecked();
    expect(time("09:00")).toHaveAccessibleName("09:00, Tue 24 Nov, 00:00 your time");
    expect(time("09:00")).toHaveTextContent("09:0000:00 yours");
    expect(screen.getByText("Times are in Berlin time, with yours below.")).toBeInTheDocument();
  });

  it("shows video times in the reader's zone", () => {
    reader.timeZone = "America/New_York";
    render(picker({ slots: [slot("24T08:00", { mode: "VIDEO" })] }));
    expect(time("03:00")).toHaveTextContent(/^03:00$/);
    expect(
      screen.getByText("By video: times are in your time zone (New York). The doctor is in Berlin."),
    ).toBeInTheDocument();
  });

  it("shows each place in its own zone", () => {
    render(
      picker({
        slots: [slot("24T08:00"), slot("24T08:00", { hospitalId: "h", scheduleId: "t" })],
        zones: { h: "Europe/Lisbon" },
        places: { "": "Practice", h: "Lisboa" },
      }),
    );
    expect(time("09:00")).toHaveAccessibleName("09:00, Tue 24 Nov, Practice");
    expect(time("08:00")).toHaveAccessibleName("08:00, Tue 24 Nov, Lisboa, 09:00 your time");
  });
});
