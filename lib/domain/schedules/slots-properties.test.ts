import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slotInputs } from "@/tests/support/slot-inputs";
import { referenceSlots } from "@/tests/support/slot-reference";
import { openSlotAt, openSlots, type Slot } from "./slots";

const MINUTE = 60_000;
const FREE = new Set(["CANCELLED", "DECLINED", "EXPIRED", "NO_SHOW"]);
const RUNS = { numRuns: 150 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const ms = (slots: Slot[]) => slots.map(({ start, end }) => [Date.parse(start), Date.parse(end)] as const);

describe("openSlots, for any hours, bookings and window", () => {
  it("equals a minute-by-minute reference", { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(slotInputs, (input) => {
        const expected = referenceSlots(input);
        fc.pre(expected !== null);
        expect(openSlots(input)).toEqual(expected);
      }),
      RUNS,
    );
  });

  it("ascends without repeating, inside the window and after the notice", () => {
    fc.assert(
      fc.property(slotInputs, (input) => {
        const slots = ms(openSlots(input));
        const noticed = Date.parse(input.now) + input.minNoticeMinutes * MINUTE;
        const earliest = Math.max(noticed, Date.parse(input.window.from));
        slots.forEach(([start, end], index) => {
          expect(start).toBeGreaterThan(slots[index - 1]?.[0] ?? -Infinity);
          expect(start).toBeGreaterThanOrEqual(earliest);
          expect(end).toBeLessThanOrEqual(Date.parse(input.window.to));
          expect(end - start).toBe(input.slotMinutes * MINUTE);
        });
      }),
      RUNS,
    );
  });

  it("is the same for visits given as texts and as epoch milliseconds", () => {
    fc.assert(
      fc.property(slotInputs, (input) => {
        const bookings = input.bookings.map((one) => ({
          ...one,
          start: new Date(one.start).getTime(),
          end: new Date(one.end).getTime(),
        }));
        expect(openSlots({ ...input, bookings })).toEqual(openSlots(input));
      }),
      RUNS,
    );
  });

  it("never lets padded visits overlap", () => {
    fc.assert(
      fc.property(slotInputs, (input) => {
        const pad = ([start, end]: readonly [number, number]) =>
          [start - input.bufferBeforeMinutes * MINUTE, end + input.bufferAfterMinutes * MINUTE] as const;
        const live = input.bookings.filter((one) => !FREE.has(one.status ?? ""));
        const booked = live
          .map(({ start, end }) => [new Date(start).getTime(), new Date(end).getTime()] as const)
          .map(pad);
        for (const [start, end] of ms(openSlots(input)).map(pad)) {
          for (const [from, to] of booked) expect(start >= to || from >= end).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("offers in part of a window exactly what it offers there in the whole window", () => {
    fc.assert(
      fc.property(slotInputs, share, share, (input, a, b) => {
        const [from, to] = [Date.parse(input.window.from), Date.parse(input.window.to)];
        const cut = (part: number) => Math.floor(from + (to - from) * part);
        const [partFrom, partTo] = [cut(Math.min(a, b)), cut(Math.max(a, b))];
        const window = { from: new Date(partFrom).toISOString(), to: new Date(partTo).toISOString() };
        const isInPart = (slot: Slot) => Date.parse(slot.start) >= partFrom && Date.parse(slot.end) <= partTo;
        expect(openSlots({ ...input, window })).toEqual(openSlots(input).filter(isInPart));
      }),
      RUNS,
    );
  });

  it("only loses the slots that another booking touches", () => {
    fc.assert(
      fc.property(slotInputs, fc.nat(6 * 1440), fc.integer({ min: 1, max: 240 }), (input, at, length) => {
        const start = Date.parse(input.window.from) + at * MINUTE;
        const end = start + length * MINUTE;
        const more = { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
        const both = (input.bufferBeforeMinutes + input.bufferAfterMinutes) * MINUTE;
        const left = openSlots(input).filter(
          (slot) => Date.parse(slot.end) + both <= start || Date.parse(slot.start) - both >= end,
        );
        expect(openSlots({ ...input, bookings: [...input.bookings, more] })).toEqual(left);
      }),
      RUNS,
    );
  });

  it("does not depend on the order of rules, exceptions or bookings, and mutates nothing", () => {
    fc.assert(
      fc.property(slotInputs, (input) => {
        const before = structuredClone(input);
        const slots = openSlots(input);
        const { rules, exceptions, bookings } = input;
        const turned = { rules: rules.toReversed(), exceptions: exceptions.toReversed() };
        expect(openSlots({ ...input, ...turned, bookings: bookings.toReversed() })).toEqual(slots);
        expect(input).toEqual(before);
      }),
      RUNS,
    );
  });

  it("confirms every single slot, and nothing between them", () => {
    fc.assert(
      fc.property(slotInputs, (input) => {
        const slots = openSlots(input);
        const offered = new Set(slots.map((slot) => slot.start));
        for (const slot of slots.slice(0, 20)) {
          expect(openSlotAt(input, slot.start)).toEqual(slot);
          const later = new Date(Date.parse(slot.start) + MINUTE).toISOString().replace(".000", "");
          if (!offered.has(later)) expect(openSlotAt(input, later)).toBeNull();
        }
      }),
      RUNS,
    );
  });
});
