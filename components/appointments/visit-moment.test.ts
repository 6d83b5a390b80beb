import { expect, it } from "vitest";
import { clockNamed } from "@/lib/platform/time/clock";
import { momentText, possessive, untilText } from "./visit-moment";

const berlin = { clock: clockNamed("Europe/Berlin"), locale: "en-GB" };
const now = Date.parse("2026-11-23T15:00:00Z");

it("says when in words, by the reader's calendar", () => {
  expect(momentText("2026-11-23T16:30:00Z", now, berlin)).toBe("today at 17:30");
  expect(momentText("2026-11-23T23:30:00Z", now, berlin)).toBe("tomorrow at 00:30");
  expect(momentText("2026-11-23T23:30:00Z", now, { ...berlin, clock: clockNamed("UTC") })).toBe("today at 23:30");
  expect(momentText("2026-11-26T09:40:00Z", now, berlin)).toBe("on Thursday at 10:40");
  expect(momentText("2026-11-30T09:40:00Z", now, berlin)).toBe("on Mon 30 Nov at 10:40");
  expect(momentText("2026-11-20T09:40:00Z", now, berlin)).toBe("on Fri 20 Nov at 10:40");
});

it("counts down in days, then hours, then minutes", () => {
  expect(untilText("2026-12-05T09:00:00Z", now, berlin)).toBe("in 12 days");
  expect(untilText("2026-11-24T15:00:00Z", now, berlin)).toBe("in 24 hours");
  expect(untilText("2026-11-23T18:20:00Z", now, berlin)).toBe("in 3 hours and 20 minutes");
  expect(untilText("2026-11-23T16:00:00Z", now, berlin)).toBe("in 1 hour");
  expect(untilText("2026-11-23T15:00:30Z", now, berlin)).toBe("in 1 minute");
  expect(untilText("2026-11-23T15:00:00Z", now, berlin)).toBeUndefined();
});

it("counts calendar days, not periods of 24 hours, when the clocks change", () => {
  const evening = Date.parse("2026-10-23T20:00:00Z");
  expect(untilText("2026-10-25T21:00:00Z", evening, berlin)).toBe("in 2 days");
});

it("says whose appointment it is", () => {
  expect([possessive(null), possessive("Asha Rai")]).toEqual(["Your", "Asha Rai's"]);
});
