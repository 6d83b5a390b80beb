import { describe, expect, it } from "vitest";
import { isFree, isWithin, nearest, planMoves, searchWindows, spansOf, standOf } from "./rules";

const slot = (time: string, minutes = 30) => {
  const start = new Date(`2030-05-10T${time}:00Z`);
  return { start: start.toISOString(), end: new Date(start.getTime() + minutes * 60_000).toISOString() };
};
const at = (time: string) => new Date(slot(time).start);

describe("the times of an absence", () => {
  it("are whole local dates, of 23 or 25 hours where the clocks change", () => {
    const whole = { from: "2030-03-31", to: "2030-03-31", interval: null };
    expect(spansOf(whole, "Europe/Berlin")).toEqual([
      { start: "2030-03-30T23:00:00.000Z", end: "2030-03-31T22:00:00.000Z" },
    ]);
  });

  it("are one stretch over several whole dates, and one on each date with hours", () => {
    expect(spansOf({ from: "2030-05-10", to: "2030-05-12", interval: null }, "UTC")).toEqual([
      { start: "2030-05-10T00:00:00.000Z", end: "2030-05-13T00:00:00.000Z" },
    ]);
    const mornings = { from: "2030-05-10", to: "2030-05-11", interval: { start: "09:00", end: "12:00" } };
    expect(spansOf(mornings, "Asia/Kolkata").map(({ start }) => start)).toEqual([
      "2030-05-10T03:30:00.000Z",
      "2030-05-11T03:30:00.000Z",
    ]);
  });

  it("affect a visit that overlaps them, not one that touches them", () => {
    const spans = [slot("09:00", 180)];
    const visit = (time: string) => ({ startsAt: at(time), endsAt: new Date(slot(time).end) });
    expect(["08:30", "08:45", "11:45", "12:00"].map((time) => isWithin(visit(time), spans))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("what has become of an affected appointment", () => {
  const visit = {
    wasAt: at("09:00"),
    startsAt: at("09:00"),
    isSameDoctor: true,
    isOwnChoice: false,
    status: "CONFIRMED" as const,
    needsRebooking: false,
    handledAt: null,
  };

  it("follows from its doctor, time and status now", () => {
    const handledAt = at("07:40");
    expect(standOf(visit)).toBe("WAITING");
    expect(standOf({ ...visit, needsRebooking: true, handledAt })).toBe("NEEDS_TIME");
    expect(standOf({ ...visit, startsAt: at("10:00"), handledAt })).toBe("MOVED");
    expect(standOf({ ...visit, isSameDoctor: false, handledAt })).toBe("MOVED");
    expect(standOf({ ...visit, isSameDoctor: false, isOwnChoice: true, handledAt })).toBe("CHOSEN");
    expect(standOf({ ...visit, status: "CANCELLED", needsRebooking: true, handledAt })).toBe("CANCELLED");
    expect(standOf({ ...visit, isOwnChoice: true, handledAt }), "what was chosen before").toBe("KEPT");
  });
});

describe("other times", () => {
  it("are the nearest to the old one, on either side, in order", () => {
    const slots = ["08:00", "09:30", "11:30", "16:00"].map((time) => slot(time));
    expect(nearest(slots, at("10:00"), 2).map(({ start }) => start.slice(11, 16))).toEqual(["09:30", "11:30"]);
  });

  it("are never looked for in the past", () => {
    const now = at("07:40");
    expect(searchWindows(at("09:00"), now)[0]).toEqual({ from: now, to: new Date("2030-05-31T09:00:00Z") });
  });

  it("don't overlap", () => {
    expect(isFree(slot("09:00"), [slot("09:30")])).toBe(true);
    expect(isFree(slot("09:00"), [slot("09:15")])).toBe(false);
  });
});

describe("moving several at once", () => {
  it("gives no time twice, and none when the patient has something else", () => {
    const slots = ["13:00", "13:30", "14:00"].map((time) => slot(time));
    const moves = planMoves([
      { startsAt: at("09:00"), slots, busy: [slot("12:45")] },
      { startsAt: at("09:30"), slots, busy: [] },
      { startsAt: at("10:00"), slots, busy: [] },
      { startsAt: at("10:30"), slots, busy: [] },
    ]);
    expect(moves.map((move) => move?.start.slice(11, 16) ?? null)).toEqual(["13:30", "13:00", "14:00", null]);
  });

  it("leaves the buffers of the hours between two visits", () => {
    const slots = ["13:00", "13:30", "14:00"].map((time) => slot(time));
    const visits = [at("13:00"), at("13:15")].map((startsAt) => ({ startsAt, slots, busy: [] }));
    const starts = (apart: number) => planMoves(visits, () => apart).map((move) => move?.start.slice(11, 16));
    expect([starts(0), starts(10), starts(30)]).toEqual([
      ["13:00", "13:30"],
      ["13:00", "14:00"],
      ["13:00", "14:00"],
    ]);
  });

  it("lets a long visit take the room of two short ones", () => {
    const moves = planMoves([
      { startsAt: at("09:00"), slots: [slot("13:00", 60)], busy: [] },
      { startsAt: at("10:00"), slots: [slot("13:30")], busy: [] },
    ]);
    expect(moves[1]).toBeNull();
  });
});
