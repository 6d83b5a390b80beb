import { describe, expect, it } from "vitest";
import { affectedText, closedName, toldText } from "./format";
import { phaseOf, readClosing, readClosingEnd } from "./rules";

const NOW = new Date("2030-05-10T09:00:00Z");
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const fieldOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return (error as { fields: { path: string }[] }).fields[0]?.path;
  }
};

describe("a closing", () => {
  it("stands by the clock, whatever a timer has done", () => {
    const closing = { status: "ANNOUNCED" as const, startsAt: at(0), endsAt: at(2) };
    expect(phaseOf(closing, at(-1))).toBe("SCHEDULED");
    expect([phaseOf(closing, at(0)), phaseOf(closing, at(1.9))]).toEqual(["CLOSED", "CLOSED"]);
    expect(phaseOf(closing, at(2))).toBe("OVER");
    expect(phaseOf({ ...closing, endsAt: null }, at(9_000))).toBe("CLOSED");
    expect(phaseOf({ ...closing, status: "ENDED" }, at(1))).toBe("OVER");
    expect(phaseOf({ ...closing, status: "UNDONE" }, at(1))).toBe("UNDONE");
  });

  it("begins now unless said otherwise, and lasts until further notice", () => {
    expect(readClosing({}, NOW)).toEqual({ startsAt: NOW, endsAt: null });
    // What was chosen a moment ago is now.
    expect(readClosing({ startsAt: at(-0.01).toISOString() }, NOW).startsAt).toEqual(NOW);
    const planned = { startsAt: at(3).toISOString(), endsAt: at(5).toISOString() };
    expect(readClosing(planned, NOW)).toEqual({ startsAt: at(3), endsAt: at(5) });
  });

  it("refuses times that can't be, by their field", () => {
    expect(fieldOf(() => readClosing({ startsAt: at(-1).toISOString() }, NOW))).toBe("startsAt");
    expect(fieldOf(() => readClosing({ startsAt: at(367 * 24).toISOString() }, NOW))).toBe("startsAt");
    expect(fieldOf(() => readClosing({ startsAt: at(3).toISOString(), endsAt: at(3).toISOString() }, NOW))).toBe(
      "endsAt",
    );
    expect(fieldOf(() => readClosingEnd(at(-1).toISOString(), at(-2), NOW))).toBe("endsAt");
    expect(readClosingEnd(null, at(-2), NOW)).toBeNull();
  });
});

describe("its words", () => {
  const none = { inBed: 0, planned: 0, told: 0, toCall: 0, unreachable: 0 };

  it("say who is affected, and how each is told", () => {
    expect(affectedText(none)).toBe("No one has one of these beds then.");
    expect(affectedText({ ...none, inBed: 1 })).toBe("1 patient is in these beds and stays until you move them.");
    expect(affectedText({ inBed: 2, planned: 3, told: 1, toCall: 2, unreachable: 0 })).toBe(
      "2 patients are in these beds and stay until you move them. 3 reservations need another bed: 1 to be notified, 2 to be called.",
    );
  });

  it("say how far telling has got", () => {
    expect(toldText({ told: 0, toCall: 0, unreachable: 0, waiting: 0 })).toBe("No one had to be told.");
    expect(toldText({ told: 2, toCall: 1, unreachable: 0, waiting: 3 })).toBe(
      "2 patients with a reservation were notified, 1 on the To call list, 3 not told yet.",
    );
  });

  it("name a ward, or the first of its beds", () => {
    expect(closedName({ ward: "North", beds: null })).toBe("North");
    const beds = ["A1", "A2", "A3", "A4", "A5", "A6"].map((label) => ({ label }));
    expect(closedName({ ward: "North", beds: beds.slice(0, 2) })).toBe("A1, A2 in North");
    expect(closedName({ ward: "North", beds })).toBe("A1, A2, A3, A4 and 2 more in North");
  });
});
