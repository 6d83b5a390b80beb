import { describe, expect, it } from "vitest";
import { dueAt, duenessAt, monthAfter, tellAt } from "./rules";

describe("the month of a recall", () => {
  it("is counted in whole months, from the last days of a month too", () => {
    expect([monthAfter("2026-11-28", 6), monthAfter("2026-08-31", 6), monthAfter("2026-12-01", 1)]).toEqual([
      "2027-05",
      "2027-02",
      "2027-01",
    ]);
  });
});

describe("the patient is told", () => {
  it("four weeks before the month, at nine by the place's clock", () => {
    const setAt = new Date("2026-11-28T10:00:00Z");
    expect(tellAt("2027-05", setAt, "Europe/Berlin").toISOString()).toBe("2027-04-03T07:00:00.000Z");
    expect(tellAt("2027-05", setAt, "America/New_York").toISOString()).toBe("2027-04-03T13:00:00.000Z");
  });

  it("not within a week of hearing of it in the room", () => {
    const setAt = new Date("2026-11-28T10:00:00Z");
    expect(tellAt("2026-12", setAt, "Europe/Berlin").toISOString()).toBe("2026-12-05T10:00:00.000Z");
  });
});

it.each([
  ["Europe/Berlin", "2027-04-02T22:00:00Z", "2027-05-31T22:00:00Z"],
  ["Pacific/Auckland", "2027-04-02T11:00:00Z", "2027-05-31T12:00:00Z"],
  ["America/Los_Angeles", "2027-04-03T07:00:00Z", "2027-06-01T07:00:00Z"],
])(
  "a recall is due from four weeks before its month, and overdue once that is over, by the clock of %s",
  (zone, due, over) => {
    const recall = { month: "2027-05", dueAt: dueAt("2027-05", zone), timeZone: zone };
    const at = (instant: string, ms: number) => duenessAt(new Date(Date.parse(instant) + ms), recall);
    expect([at(due, -1), at(due, 0), at(over, -1), at(over, 0)]).toEqual(["LATER", "DUE", "DUE", "OVERDUE"]);
  },
);
