import { describe, expect, it } from "vitest";
import { readPeriod } from "./internal/read-period";
import {
  defaultReservedUntil,
  isReservationLive,
  checkStep,
  labelsOf,
  latestReservedUntil,
  requestEndsAt,
  stepsFor,
} from "./rules";
import { BED_BOOKING_STATUSES } from "./status";

const at = (text: string) => new Date(text);
const NOW = at("2030-05-10T08:00:00Z");

describe("a reservation", () => {
  it("is kept four hours from the requested time, or from now when that has passed, and 72 hours at most", () => {
    expect(defaultReservedUntil(at("2030-05-12T10:00:00Z"), NOW)).toEqual(at("2030-05-12T14:00:00Z"));
    expect(defaultReservedUntil(at("2030-05-09T10:00:00Z"), NOW)).toEqual(at("2030-05-10T12:00:00Z"));
    expect(latestReservedUntil(at("2030-05-12T10:00:00Z"), NOW)).toEqual(at("2030-05-15T10:00:00Z"));
  });

  it("stops counting the moment it expires, and a request expires a day after its day", () => {
    expect(isReservationLive({ status: "RESERVED", reservedUntil: at("2030-05-10T08:00:01Z") }, NOW)).toBe(true);
    expect(isReservationLive({ status: "RESERVED", reservedUntil: NOW }, NOW)).toBe(false);
    expect(isReservationLive({ status: "ADMITTED", reservedUntil: at("2031-01-01T00:00:00Z") }, NOW)).toBe(false);
    expect(requestEndsAt(NOW)).toEqual(at("2030-05-11T08:00:00Z"));
  });
});

describe("the steps of a stay", () => {
  const facts = { hasReason: true, hasBed: true, isLive: true, isListed: true };

  it("can't be taken by anyone when they belong to the timer", () => {
    for (const from of BED_BOOKING_STATUSES)
      expect(checkStep(from, "EXPIRED", ["patient", "staff"], facts)).not.toBe("allowed");
    expect(checkStep("REQUESTED", "EXPIRED", ["system"], facts)).toBe("allowed");
  });

  it("report what is missing for the closest role", () => {
    expect(checkStep("REQUESTED", "RESERVED", ["staff"], { ...facts, hasBed: false })).toBe("bed");
    expect(checkStep("REQUESTED", "RESERVED", ["staff"], { ...facts, isListed: false })).toBe("listed");
    expect(checkStep("RESERVED", "ADMITTED", ["staff"], { ...facts, isLive: false })).toBe("live");
    expect(checkStep("RESERVED", "CANCELLED", ["staff"], { ...facts, hasReason: false })).toBe("reason");
    expect(checkStep("RESERVED", "CANCELLED", ["staff", "patient"], { ...facts, hasReason: false })).toBe("allowed");
    expect(checkStep("RESERVED", "ADMITTED", ["patient"], facts)).toBe("not-your-step");
    expect(checkStep("REQUESTED", "ADMITTED", ["staff"], facts)).toBe("no-such-step");
  });

  it("do not offer declining beside cancelling with a reason", () => {
    expect(stepsFor("REQUESTED", ["staff"])).toEqual([
      { to: "RESERVED", needsReason: false },
      { to: "DECLINED", needsReason: true },
    ]);
    expect(stepsFor("RESERVED", ["patient"])).toEqual([{ to: "CANCELLED", needsReason: false }]);
    expect(stepsFor("RESERVED", ["staff"], { isLive: false })).toEqual([{ to: "DECLINED", needsReason: true }]);
    expect(stepsFor("ADMITTED", ["staff"])).toEqual([{ to: "DISCHARGED", needsReason: false }]);
    expect(stepsFor("DISCHARGED", ["staff", "patient"])).toEqual([]);
  });
});

describe("a range of bed labels", () => {
  it.each([
    ["1–3", ["1", "2", "3"]],
    ["9 - 11", ["9", "10", "11"]],
    ["A1–A3", ["A1", "A2", "A3"]],
    ["A1-3", ["A1", "A2", "A3"]],
    ["b2-wing-1–2", ["b2-wing-1", "b2-wing-2"]],
    ["08–11", ["08", "09", "10", "11"]],
    ["7–7", ["7"]],
  ])("expands %s", (run, labels) => expect(labelsOf(run)).toEqual(labels));

  it.each(["Window", "12", "3–1", "A1–B3", "1–201", "–", "1–", ""])("rejects %s", (run) =>
    expect(labelsOf(run)).toBeNull(),
  );
});

describe("the requested period", () => {
  const zone = "Asia/Kathmandu";
  const period = (from: string, to?: string) => {
    const { startsAt, endsAt } = readPeriod({ from, to }, zone, NOW);
    return [startsAt.toISOString(), endsAt?.toISOString() ?? null];
  };
  const fault = (from: string, to?: string) => {
    try {
      return period(from, to);
    } catch (error) {
      return (error as { fields: { path: string }[] }).fields[0]!.path;
    }
  };

  it("reads a date as the hospital's own day, to the end of the last one, and today from now", () => {
    expect(period("2030-05-12", "2030-05-13")).toEqual(["2030-05-11T18:15:00.000Z", "2030-05-13T18:15:00.000Z"]);
    expect(period("2030-05-10")).toEqual([NOW.toISOString(), null]);
    expect(period("2030-05-12T10:00:00Z", "2030-05-12T12:00:00Z")).toEqual([
      "2030-05-12T10:00:00.000Z",
      "2030-05-12T12:00:00.000Z",
    ]);
    expect(period("2030-05-09T20:00:00Z")[0]).toBe("2030-05-09T20:00:00.000Z");
  });

  it("rejects the past, a date more than a year ahead and an end before the start, naming the field", () => {
    expect(fault("2030-05-09")).toBe("from");
    expect(fault("2030-05-09T07:59:59Z")).toBe("from");
    expect(fault("2031-06-01")).toBe("from");
    expect(fault("2030-05-12", "2030-05-11")).toBe("to");
    expect(fault("2030-05-12T10:00:00Z", "2030-05-12T10:00:00Z")).toBe("to");
    expect(fault("2030-05-09T20:00:00Z", "2030-05-10T07:00:00Z")).toBe("to");
  });
});
