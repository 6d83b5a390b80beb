import { describe, expect, it } from "vitest";
import { stepsOf } from "./call-steps";

const ASKED = "2026-11-04T10:00:00Z";
const NOTHING = {
  dispatchedAt: null,
  enRouteAt: null,
  onSceneAt: null,
  transportingAt: null,
  arrivedAt: null,
  completedAt: null,
  endedAt: null,
};

const short = (call: Parameters<typeof stepsOf>[0]) => stepsOf(call).map(({ status, state }) => `${status} ${state}`);

describe("the progress of a call", () => {
  it("shows the coming steps while the call is open", () => {
    expect(
      short({
        ...NOTHING,
        createdAt: ASKED,
        status: "EN_ROUTE",
        dispatchedAt: "2026-11-04T10:01:00Z",
        enRouteAt: "2026-11-04T10:02:00Z",
      }),
    ).toEqual([
      "REQUESTED done",
      "DISPATCHED done",
      "EN_ROUTE now",
      "ON_SCENE to-come",
      "TRANSPORTING to-come",
      "ARRIVED to-come",
    ]);
  });

  it("shows no further steps once the call has ended", () => {
    expect(short({ ...NOTHING, createdAt: ASKED, status: "DECLINED", endedAt: "2026-11-04T10:09:00Z" })).toEqual([
      "REQUESTED done",
      "DECLINED broken-off",
    ]);
    expect(
      short({
        ...NOTHING,
        createdAt: ASKED,
        status: "CANCELLED",
        dispatchedAt: "2026-11-04T10:01:00Z",
        endedAt: "2026-11-04T10:02:00Z",
      }),
    ).toEqual(["REQUESTED done", "DISPATCHED done", "CANCELLED broken-off"]);
  });
});
