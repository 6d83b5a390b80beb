import { expect, it } from "vitest";
import { stateOf } from "./rules";

const at = (time: string) => `2026-12-01T${time}:00Z`;
const now = Date.parse(at("12:00"));

it("is upcoming before it starts, over from its end on, and for good once it was ended", () => {
  const state = (startsAt: string, endsAt: string | null, endedAt: string | null = null) =>
    stateOf({ startsAt, endsAt, endedAt }, now);
  expect(state(at("12:01"), null)).toBe("UPCOMING");
  expect(state(at("12:00"), at("12:01"))).toBe("CURRENT");
  expect(state(at("11:00"), null)).toBe("CURRENT");
  expect(state(at("11:00"), at("12:00"))).toBe("OVER");
  expect(state(at("13:00"), null, at("11:00"))).toBe("OVER");
});
