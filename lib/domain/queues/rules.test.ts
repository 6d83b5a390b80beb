import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterMiss, afterRecall, callOrder, dueAt, isSetAside, numberText, OTHERS_FIRST, type Waiter } from "./rules";

const NOON = Date.parse("2027-01-04T12:00:00Z");
const at = (minutes: number) => new Date(NOON + minutes * 60_000);
const NONE = { isWalkIn: false, priorityAt: null, calledAt: null, misses: 0, returnsAfter: null };

/** Someone with an appointment at a minute past noon, who came five minutes before. */
const booked = (number: number, minute: number, over: Partial<Waiter> = {}): Waiter => ({
  ...NONE,
  number,
  startsAt: at(minute),
  arrivedAt: at(minute - 5),
  ...over,
});
const numbers = (line: Waiter[]) => line.map(({ number }) => number);

const waiters = fc
  .array(
    fc.record({
      start: fc.integer({ min: -60, max: 60 }),
      arrival: fc.integer({ min: -90, max: 60 }),
      isWalkIn: fc.boolean(),
      urgentAt: fc.option(fc.integer({ min: -60, max: 60 })),
      misses: fc.constantFrom(0, 0, 0, 1, 2),
      returnsIn: fc.integer({ min: 0, max: 3 }),
      isCalled: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map((one, index): Waiter => ({
      number: index + 1,
      startsAt: at(one.start),
      arrivedAt: at(one.arrival),
      isWalkIn: one.isWalkIn,
      priorityAt: one.urgentAt === null ? null : at(one.urgentAt),
      calledAt: one.isCalled ? at(0) : null,
      misses: one.misses,
      returnsAfter: one.misses === 1 ? 10 + one.returnsIn : null,
    })),
  );

describe("whose turn it is", () => {
  it("follows the times of appointments, no matter who came first", () => {
    expect(numbers(callOrder([booked(1, 30), booked(2, 0), booked(3, 15)], 0))).toEqual([2, 3, 1]);
  });

  it("puts walk-ins and those over 15 minutes late among them by arrival", () => {
    const walkIn = booked(1, 60, { isWalkIn: true, arrivedAt: at(-20) });
    const late = booked(2, -60, { arrivedAt: at(-10) });
    const nearlyLate = booked(3, -30, { arrivedAt: at(-15) });
    expect(numbers(callOrder([booked(4, -15), late, walkIn, nearlyLate], 0))).toEqual([3, 1, 4, 2]);
    expect([dueAt(late), dueAt(nearlyLate)]).toEqual([late.arrivedAt, nearlyLate.startsAt]);
  });

  it("lets urgent patients go first, by when they were marked urgent", () => {
    const line = [booked(1, -30), booked(2, 0, { priorityAt: at(-1) }), booked(3, 30, { priorityAt: at(-2) })];
    expect(numbers(callOrder(line, 0))).toEqual([3, 2, 1]);
  });

  it("comes again after the next two for someone who missed a call, and no longer after two missed calls", () => {
    const line = [booked(2, 0), booked(3, 10), booked(4, 20)];
    const missed = booked(1, -10, afterMiss(0, 5));
    expect(numbers(callOrder([missed, ...line], 5))).toEqual([2, 3, 1, 4]);
    expect(numbers(callOrder([missed, ...line], 6))).toEqual([2, 1, 3, 4]);
    expect(numbers(callOrder([missed, ...line], 7))).toEqual([1, 2, 3, 4]);
    const setAside = booked(1, -10, afterMiss(1, 7));
    expect([isSetAside(setAside), numbers(callOrder([setAside, ...line], 9))]).toEqual([true, [2, 3, 4]]);
    const back = booked(1, -10, afterRecall(7));
    expect([isSetAside(back), numbers(callOrder([back, ...line], 7))]).toEqual([false, [2, 3, 1, 4]]);
    expect(isSetAside({ ...back, ...afterMiss(back.misses, 9) })).toBe(true);
  });

  it("gives everyone who is waiting a place, in whatever order they are read", () => {
    fc.assert(
      fc.property(waiters, fc.integer({ min: 8, max: 14 }), (line, calls) => {
        const order = numbers(callOrder(line, calls));
        const present = line.filter((one) => one.calledAt === null && !isSetAside(one));
        expect([...order].sort((a, b) => a - b)).toEqual(numbers(present));
        expect(numbers(callOrder([...line].reverse(), calls))).toEqual(order);
      }),
    );
  });

  it("keeps people's order among each other when someone else comes, goes or is called", () => {
    fc.assert(
      fc.property(waiters, fc.nat(), (line, pick) => {
        const inTurn = line.map((one) => ({ ...one, calledAt: null, misses: 0, returnsAfter: null }));
        const gone = inTurn[pick % Math.max(1, inTurn.length)]?.number;
        const before = numbers(callOrder(inTurn, 0)).filter((number) => number !== gone);
        expect(
          numbers(
            callOrder(
              inTurn.filter(({ number }) => number !== gone),
              0,
            ),
          ),
        ).toEqual(before);
      }),
    );
  });

  it("never keeps someone who missed one call behind more than two others and the urgent", () => {
    fc.assert(
      fc.property(waiters, (line) => {
        const alone = line.map((one) => ({ ...one, calledAt: null, misses: 0, returnsAfter: null }));
        const [first, ...rest] = alone;
        fc.pre(first !== undefined);
        const order = callOrder([{ ...first, ...afterMiss(0, 3) }, ...rest], 3);
        const urgent = rest.filter(({ priorityAt }) => priorityAt).length;
        const place = numbers(order).indexOf(first.number);
        expect(place).toBeLessThanOrEqual(Math.max(OTHERS_FIRST, first.priorityAt ? 0 : urgent));
      }),
    );
  });
});

it("writes numbers with the letter of their queue", () => {
  expect([numberText(1, 12), numberText(26, 1), numberText(27, 3), numberText(702, 1), numberText(703, 1)]).toEqual([
    "A12",
    "Z1",
    "AA3",
    "ZZ1",
    "AAA1",
  ]);
});
