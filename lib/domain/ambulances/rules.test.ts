import { expect, it } from "vitest";
import { adviceFor } from "./format";
import { canServe, checkStep, stepsFor } from "./rules";
import { AMBULANCE_BOOKING_STATUSES, AMBULANCE_KINDS, isOver, CALL_LIFE_CYCLE, takesVehicle } from "./status";

it("sends a better equipped vehicle to a lesser call, never the reverse, and keeps incubators for newborns", () => {
  const served = AMBULANCE_KINDS.map((asked) => [asked, AMBULANCE_KINDS.filter((kind) => canServe(kind, asked))]);
  expect(Object.fromEntries(served)).toEqual({
    BASIC: ["BASIC", "ADVANCED", "ICU"],
    ADVANCED: ["ADVANCED", "ICU"],
    ICU: ["ICU"],
    NEONATAL: ["NEONATAL"],
  });
});

it("never returns to a state, and every state is final, waiting or has a vehicle", () => {
  const order = AMBULANCE_BOOKING_STATUSES;
  for (const [from, targets] of Object.entries(CALL_LIFE_CYCLE.steps)) {
    for (const to of Object.keys(targets))
      expect(order.findIndex((one) => one === to)).toBeGreaterThan(order.findIndex((one) => one === from));
  }
  for (const status of order)
    expect([status === "REQUESTED", takesVehicle(status), isOver(status)].filter(Boolean)).toHaveLength(1);
});

it("lets callers cancel until the vehicle arrives, and says which steps need a reason", () => {
  expect(order("caller")).toEqual(["REQUESTED", "DISPATCHED", "EN_ROUTE"]);
  expect(order("sender")).toEqual(["DISPATCHED", "EN_ROUTE", "ON_SCENE"]);
  expect(stepsFor("REQUESTED", ["asked"])).toEqual([
    { to: "DISPATCHED", needsReason: false },
    { to: "DECLINED", needsReason: true },
  ]);
  expect(stepsFor("EN_ROUTE", ["caller", "sender"])).toEqual([
    { to: "ON_SCENE", needsReason: false },
    { to: "CANCELLED", needsReason: false },
  ]);
  expect(stepsFor("COMPLETED", ["caller", "sender", "asked", "system"])).toEqual([]);

  function order(role: "caller" | "sender") {
    return AMBULANCE_BOOKING_STATUSES.filter((from) => checkStep(from, "CANCELLED", [role], true) === "allowed");
  }
});

it("refers people to the emergency number exactly when no vehicle is coming and no hospital is left to ask", () => {
  const waiting = { status: "REQUESTED", nobodyLeft: false, hospitalsAsked: 1 } as const;
  expect(adviceFor(waiting)).toBeNull();
  for (const call of [
    { ...waiting, nobodyLeft: true },
    { ...waiting, nobodyLeft: true, hospitalsAsked: 0 },
    { ...waiting, status: "DECLINED" as const },
  ]) {
    expect(adviceFor(call)).toContain("112");
  }
  expect(adviceFor({ ...waiting, status: "EN_ROUTE", nobodyLeft: true })).toBeNull();
});
