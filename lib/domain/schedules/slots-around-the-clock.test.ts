import { describe, expect, it } from "vitest";
import { openSlotAt, openSlots, type OpenSlotsInput, type Weekday } from "./slots";

const EVERY_DAY: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Open at every minute of every day: one opening without a start, unless validity dates give it one. */
function aroundTheClock(changes: Partial<OpenSlotsInput> & { validFrom?: string } = {}): OpenSlotsInput {
  const { validFrom, ...rest } = changes;
  return {
    timeZone: "Europe/Berlin",
    now: "2000-01-01T00:00:00Z",
    rules: EVERY_DAY.map((weekday) => ({ weekday, start: "00:00", end: "24:00", validFrom })),
    exceptions: [],
    slotMinutes: 45,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minNoticeMinutes: 0,
    bookings: [],
    window: { from: "2026-10-20T00:00:00Z", to: "2026-10-30T00:00:00Z" },
    ...rest,
  };
}

const iso = (ms: number) => new Date(ms).toISOString();

describe("hours around the clock", () => {
  it("are counted from each local midnight when they have no start date", () => {
    const starts = openSlots(aroundTheClock()).map((slot) => slot.start);
    // 22:00Z is midnight in Berlin before the change of 25 October, 23:00Z after it.
    for (const midnight of ["20T22", "24T22", "25T23", "28T23"]) expect(starts).toContain(`2026-10-${midnight}:00:00Z`);
  });

  it("offer visits across midnight", () => {
    const input = aroundTheClock({ slotMinutes: 60, stepMinutes: 30 });
    const acrossMidnight = { start: "2026-10-20T21:30:00Z", end: "2026-10-20T22:30:00Z" };
    expect(openSlotAt(input, acrossMidnight.start)).toEqual(acrossMidnight);
  });

  it("are counted from their first minute when they have one, however the clock changes", () => {
    const first = Date.parse("2026-03-01T00:00:00+01:00");
    const starts = openSlots(aroundTheClock({ validFrom: "2026-03-01" })).map((slot) => Date.parse(slot.start));
    // Ten days hold 320 visits of 45 minutes; the window begins between two of them.
    expect(starts.length).toBe(319);
    for (const start of starts) expect((start - first) % (45 * 60_000)).toBe(0);
  });

  it("keep counting beneath a closed day", () => {
    const exceptions = [{ kind: "block" as const, date: "2026-10-22", intervals: null }];
    for (const validFrom of [undefined, "2026-03-01"]) {
      const open = openSlots(aroundTheClock(validFrom ? { validFrom } : {}));
      const isClosed = ({ start, end }: { start: string; end: string }) =>
        end > "2026-10-21T22:00:00Z" && start < "2026-10-22T22:00:00Z";
      expect(openSlots(aroundTheClock({ exceptions, ...(validFrom ? { validFrom } : {}) }))).toEqual(
        open.filter((one) => !isClosed(one)),
      );
    }
  });

  it.each([undefined, "2025-10-15", "2025-10-20", "2025-10-24", "2024-01-01", "2026-10-22"])(
    "offer the same whatever window is requested (valid from %s)",
    (validFrom) => {
      for (const [slotMinutes, stepMinutes] of [
        [45, 45],
        [50, 50],
        [60, 25],
        [20, 35],
      ] as const) {
        const input = aroundTheClock({ validFrom, slotMinutes, stepMinutes });
        const whole = openSlots(input);
        const begin = Date.parse(input.window.from);
        for (let from = begin; from < begin + 9 * DAY; from += 7 * HOUR) {
          const to = from + 11 * HOUR;
          const part = openSlots({ ...input, window: { from: iso(from), to: iso(to) } });
          const expected = whole.filter((one) => Date.parse(one.start) >= from && Date.parse(one.end) <= to);
          expect(part).toEqual(expected);
        }
        for (const slot of whole.slice(0, 50)) expect(openSlotAt(input, slot.start)).toEqual(slot);
      }
    },
  );

  it("ascend without repeating where the count changes from the first minute to midnights", () => {
    const starts = openSlots(aroundTheClock({ validFrom: "2025-10-22", slotMinutes: 50, stepMinutes: 35 })).map(
      (slot) => Date.parse(slot.start),
    );
    starts.slice(1).forEach((start, index) => expect(start).toBeGreaterThan(starts[index] ?? Infinity));
  });
});
