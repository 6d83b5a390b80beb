import { describe, expect, it } from "vitest";
import { zoneNamed } from "@/lib/platform/time/zone";
import { dueSteps, nextStepAt } from "./rules";
import { inOrder, USUAL_RULE } from "./status";

const berlin = zoneNamed("Europe/Berlin")!;
const rule = (minutesBefore: number[], callsUnconfirmed = false) => ({ minutesBefore, callsUnconfirmed });
const at = (text: string) => new Date(text);
const agreedAt = at("2026-01-01T00:00:00Z");
/** 10:00 in Berlin, two days after the clocks went back, and the day they went forward. */
const autumn = { startsAt: at("2026-10-26T09:00:00Z"), agreedAt };
const spring = { startsAt: at("2026-03-29T08:00:00Z"), agreedAt };

describe("a reminder", () => {
  it("some days before comes at the same time of the place's clock, over a change of the clocks", () => {
    expect(nextStepAt(autumn, rule([1440]), berlin, agreedAt)).toEqual(at("2026-10-25T09:00:00Z"));
    expect(nextStepAt(autumn, rule([2 * 1440]), berlin, agreedAt)).toEqual(at("2026-10-24T08:00:00Z"));
    expect(nextStepAt(spring, rule([1440]), berlin, agreedAt)).toEqual(at("2026-03-28T09:00:00Z"));
  });

  it("some hours before counts elapsed time", () => {
    const early = { startsAt: at("2026-10-25T02:30:00Z"), agreedAt };
    expect(nextStepAt(early, rule([120]), berlin, agreedAt)).toEqual(at("2026-10-25T00:30:00Z"));
  });

  it("comes an hour later where the day before lacks its time", () => {
    const missing = { startsAt: at("2026-03-30T00:30:00Z"), agreedAt };
    expect(nextStepAt(missing, rule([1440]), berlin, agreedAt)).toEqual(at("2026-03-29T01:30:00Z"));
  });

  it("is never planned in the past, and not within an hour of booking", () => {
    const now = at("2026-10-25T10:00:00Z");
    expect(nextStepAt(autumn, USUAL_RULE, berlin, now)).toEqual(at("2026-10-26T07:00:00Z"));
    expect(nextStepAt({ ...autumn, agreedAt: at("2026-10-26T06:30:00Z") }, USUAL_RULE, berlin, now)).toBeNull();
    expect(nextStepAt(autumn, USUAL_RULE, berlin, at("2026-10-26T07:00:00Z"))).toBeNull();
    expect(nextStepAt(autumn, rule([]), berlin, agreedAt)).toBeNull();
  });

  it("is only the latest, however long no worker has run", () => {
    const since = at("2026-10-23T08:00:00Z");
    const due = (now: string) => dueSteps(autumn, USUAL_RULE, berlin, { since, now: at(now) }).minutesBefore;
    expect(due("2026-10-23T08:00:00Z")).toBe(3 * 1440);
    expect(due("2026-10-25T12:00:00Z")).toBe(1440);
    expect(due("2026-10-26T08:59:00Z")).toBe(120);
    expect(due("2026-10-26T09:00:00Z")).toBeNull();
  });
});

describe("calls to those who haven't confirmed", () => {
  it("are listed at nine on the day before, beside a reminder of the same moment", () => {
    const visit = { startsAt: at("2026-11-24T08:00:00Z"), agreedAt };
    const both = rule([1440], true);
    const nine = at("2026-11-23T08:00:00Z");
    expect(nextStepAt(visit, both, berlin, agreedAt)).toEqual(nine);
    expect(dueSteps(visit, both, berlin, { since: nine, now: nine })).toEqual({
      minutesBefore: 1440,
      callsUnconfirmed: true,
    });
    expect(nextStepAt(visit, both, berlin, nine)).toBeNull();
  });
});

it("keeps the times of a rule once each, the longest before first", () => {
  expect(inOrder([60, 1440, 60])).toEqual([1440, 60]);
});
