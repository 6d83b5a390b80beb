import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/platform/errors/app-error";
import { availableSteps, isFinal, check, checkUndo, nextStates, stampOf, type LifeCycle } from "./life-cycle";
import { refuseStep } from "./refuse-step";

const STATES = ["OPEN", "LENT", "BACK", "DECLINED", "CANCELLED"] as const;
type State = (typeof STATES)[number];

/** A book on loan. */
const LOAN: LifeCycle<{
  state: State;
  requestable: Exclude<State, "OPEN">;
  role: "reader" | "desk";
  condition: "card";
  stamp: "lentAt" | "endedAt";
}> = {
  states: STATES,
  requestable: ["LENT", "BACK", "DECLINED", "CANCELLED"],
  steps: {
    OPEN: { LENT: { desk: ["card"] }, DECLINED: { desk: ["reason"] }, CANCELLED: { reader: [], desk: ["reason"] } },
    LENT: { LENT: { desk: [] }, BACK: { desk: [] } },
  },
  undo: { LENT: { by: ["desk"] }, BACK: { by: ["desk"], withinMinutes: 10 } },
  stamps: { LENT: "lentAt", BACK: "endedAt" },
  sameChoice: { CANCELLED: "DECLINED" },
};
const AT = new Date("2030-05-10T08:00:00Z");

describe("a step", () => {
  const verdict = (from: State, to: State, roles: ("reader" | "desk")[], met: string[] = []) =>
    check(LOAN, { from, to, roles }, (condition) => met.includes(condition));

  it("is judged by the role that comes closest", () => {
    expect(verdict("OPEN", "BACK", ["desk"])).toBe("no-such-step");
    expect(verdict("OPEN", "LENT", ["reader"])).toBe("not-your-step");
    expect(verdict("OPEN", "LENT", ["desk"])).toBe("card");
    expect(verdict("OPEN", "LENT", ["desk"], ["card"])).toBe("allowed");
    expect(verdict("OPEN", "CANCELLED", ["desk"])).toBe("reason");
    expect(verdict("OPEN", "CANCELLED", ["desk", "reader"])).toBe("allowed");
  });

  it("is offered once where two would be the same choice, and says when it needs a reason", () => {
    const offered = (roles: ("reader" | "desk")[]) => availableSteps(LOAN, { from: "OPEN", roles }, () => true);
    expect(offered(["desk"])).toEqual([
      { to: "LENT", needsReason: false },
      { to: "DECLINED", needsReason: true },
    ]);
    expect(offered(["desk", "reader"]).map(({ to }) => to)).toEqual(["LENT", "DECLINED", "CANCELLED"]);
    expect(availableSteps(LOAN, { from: "LENT", roles: ["desk"] }, () => true)).toEqual([
      { to: "BACK", needsReason: false },
    ]);
  });

  it("keeps its time in the column of its state, where there is one", () => {
    expect(stampOf(LOAN, "LENT", AT)).toEqual({ lentAt: AT });
    expect(stampOf(LOAN, "CANCELLED", AT)).toEqual({});
  });
});

describe("undoing a step", () => {
  const undo = (state: State, minutes: number | null, roles: ("reader" | "desk")[] = ["desk"]) => {
    const reachedAt = minutes === null ? null : new Date(AT.getTime() - minutes * 60_000);
    return checkUndo(LOAN, { state, reachedAt, roles }, AT);
  };

  it("is for those whose it is, within its time", () => {
    expect(undo("CANCELLED", 1)).toBe("no-such-step");
    expect(undo("BACK", 1, ["reader"])).toBe("not-your-step");
    expect(undo("BACK", 10)).toBe("allowed");
    expect(undo("BACK", 10.1)).toBe("too-late");
    expect(undo("BACK", null)).toBe("too-late");
    expect(undo("LENT", 100_000)).toBe("allowed");
  });

  it("leads to the states the step can come from", () => {
    expect(nextStates(LOAN, "BACK")).toEqual(["LENT"]);
    expect(nextStates(LOAN, "LENT")).toEqual(["OPEN", "BACK"]);
    expect(nextStates(LOAN, "CANCELLED")).toEqual([]);
    expect(STATES.filter((state) => isFinal(LOAN, state))).toEqual(["BACK", "DECLINED", "CANCELLED"]);
  });
});

it("refuses in words that name the thing, its state and the state asked for", () => {
  const labels = { OPEN: "Open", LENT: "On loan", BACK: "Back", DECLINED: "Declined", CANCELLED: "Cancelled" };
  const refused = (verdict: "no-such-step" | "not-your-step" | "reason" | "card", from: State, to: State) => {
    const missing = (condition: "card") => new AppError("invalid", `Show your ${condition}.`);
    const { code, message } = refuseStep<State, "card">(verdict, { thing: "A loan", from, to, labels }, missing);
    return [code, message];
  };
  expect(refused("no-such-step", "BACK", "LENT")).toEqual([
    "invalid-transition",
    "A loan that is “back” can't become “on loan”.",
  ]);
  expect(refused("no-such-step", "BACK", "BACK")).toEqual(["invalid-transition", "This is already “back”."]);
  expect(refused("not-your-step", "OPEN", "LENT")).toEqual(["forbidden", "You can't take this step."]);
  expect(refused("reason", "OPEN", "DECLINED")).toEqual(["invalid", "Give a reason."]);
  expect(refused("card", "OPEN", "LENT")).toEqual(["invalid", "Show your card."]);
});
