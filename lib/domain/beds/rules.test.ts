import { describe, expect, it } from "vitest";
import { readPeriod } from "./read-period";
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
  it("is kept four hours from when it is wanted, or from now where that has passed, and 72 at most", () => {
    expect(defaultReservedUntil(at("2030-05-12T10:00:00Z"), NOW)).toEqual(at("2030-05-12T14:00:00Z"));
    expect(defaultReservedUntil(at("2030-05-09T10:00:00Z"), NOW)).toEqual(at("2030-05-10T12:00:00Z"));
    expect(latestReservedUntil(at("2030-05-12T10:00:00Z"), NOW)).toEqual(at("2030-05-15T10:00:00Z"));
  });

  it("counts for nothing from the moment it has run out; a request waits a day longer than its day", () => {
    expect(isReservationLive({ status: "RESERVED", reservedUntil: at("2030-05-10T08:00:01Z") }, NOW)).toBe(true);
    expect(isReservationLive({ status: "RESERVED", reservedUntil: NOW }, NOW)).toBe(false);
    expect(isReservationLive({ status: "ADMITTED", reservedUntil: at("2031-01-01T00:00:00Z") }, NOW)).toBe(false);
    expect(requestEndsAt(NOW)).toEqual(at("2030-05-11T08:00:00Z"));
  });
});

describe("steps", () => {
  const facts = { hasReason: true, hasBed: true, isLive: true, isListed: true };

  it("that time takes are nobody's else", () => {
    for (const from of BED_BOOKING_STATUSES)
      expect(checkStep(from, "EXPIRED", ["patient", "staff"], facts)).not.toBe("allowed");
    expect(checkStep("REQUESTED", "EXPIRED", ["system"], facts)).toBe("allowed");
  });

  it("say what is missing, by the role that comes closest", () => {
    expect(checkStep("REQUESTED", "RESERVED", ["staff"], { ...facts, hasBed: false })).toBe("bed");
    expect(checkStep("REQUESTED", "RESERVED", ["staff"], { ...facts, isListed: false })).toBe("listed");
    expect(checkStep("RESERVED", "ADMITTED", ["staff"], { ...facts, isLive: false })).toBe("live");
    expect(checkStep("RESERVED", "CANCELLED", ["staff"], { ...facts, hasReason: false })).toBe("reason");
    expect(checkStep("RESERVED", "CANCELLED", ["staff", "patient"], { ...facts, hasReason: false })).toBe("allowed");
    expect(checkStep("RESERVED", "ADMITTED", ["patient"], facts)).toBe("not-your-step");
    expect(checkStep("REQUESTED", "ADMITTED", ["staff"], facts)).toBe("no-such-step");
  });

  it("are offered as choices: declining is not offered beside cancelling with a reason", () => {
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

describe("a run of labels", () => {
  it.each([
    ["1–3", ["1", "2", "3"]],
    ["9 - 11", ["9", "10", "11"]],
    ["A1–A3", ["A1", "A2", "A3"]],
    ["A1-3", ["A1", "A2", "A3"]],
    ["b2-wing-1–2", ["b2-wing-1", "b2-wing-2"]],
    ["08–11", ["08", "09", "10", "11"]],
    ["7–7", ["7"]],
  ])("%s", (run, labels) => expect(labelsOf(run)).toEqual(labels));

  it.each(["Window", "12", "3–1", "A1–B3", "1–201", "–", "1–", ""])("%s is none", (run) =>
    expect(labelsOf(run)).toBeNull(),
  );
});

describe("when a bed is wanted", () => {
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

  it("a date is the hospital's own, to the end of its last day; today begins now", () => {
    expect(period("2030-05-12", "2030-05-13")).toEqual(["2030-05-11T18:15:00.000Z", "2030-05-13T18:15:00.000Z"]);
    expect(period("2030-05-10")).toEqual([NOW.toISOString(), null]);
    expect(period("2030-05-12T10:00:00Z", "2030-05-12T12:00:00Z")).toEqual([
      "2030-05-12T10:00:00.000Z",
      "2030-05-12T12:00:00.000Z",
    ]);
    expect(period("2030-05-09T20:00:00Z")[0]).toBe("2030-05-09T20:00:00.000Z");
  });

  it("the past, a day beyond a year and an end before the beginning are refused by name", () => {
    expect(fault("2030-05-09")).toBe("from");
    expect(fault("2030-05-09T07:59:59Z")).toBe("from");
    expect(fault("2031-06-01")).toBe("from");
    expect(fault("2030-05-12", "2030-05-11")).toBe("to");
    expect(fault("2030-05-12T10:00:00Z", "2030-05-12T10:00:00Z")).toBe("to");
    expect(fault("2030-05-09T20:00:00Z", "2030-05-10T07:00:00Z")).toBe("to");
  });
});
