import { shiftDate } from "@/lib/platform/time/local-date";
import { todayIn } from "@/lib/platform/time/wall-clock";
import { describe, expect, it } from "vitest";
import { clockNamed } from "@/lib/platform/time/clock";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { groupByDay, mergeSlots, ownTime, partOfDay, timeLabels } from "./slot-days";

const slot = (start: string, scheduleId = "s"): OfferedSlot => ({
  start,
  end: start,
  scheduleId,
  hospitalId: null,
  mode: "IN_PERSON",
});
const dated = (slots: OfferedSlot[], first: string, count: number, zone: string) =>
  Object.fromEntries(
    groupByDay(slots, first, count, () => clockNamed(zone)).map((day) => [
      day.date,
      day.slots.map(({ start }) => start.slice(11, 16)),
    ]),
  );

describe("days of available times", () => {
  it("follow the displayed time zone: one instant can fall on different dates", () => {
    const slots = [slot("2026-11-24T22:30:00Z"), slot("2026-11-25T05:00:00Z")];
    expect(dated(slots, "2026-11-24", 2, "UTC")).toEqual({ "2026-11-24": ["22:30"], "2026-11-25": ["05:00"] });
    expect(dated(slots, "2026-11-24", 2, "Asia/Kathmandu")).toEqual({
      "2026-11-24": [],
      "2026-11-25": ["22:30", "05:00"],
    });
    expect(dated(slots, "2026-11-24", 2, "America/Los_Angeles")).toEqual({
      "2026-11-24": ["22:30", "05:00"],
      "2026-11-25": [],
    });
    expect(dated(slots, "2026-11-25", 2, "Pacific/Kiritimati")).toEqual({
      "2026-11-25": ["22:30", "05:00"],
      "2026-11-26": [],
    });
  });

  it("are neither skipped nor repeated when the clocks change", () => {
    const hourly = Array.from({ length: 72 }, (_, hour) => slot(new Date(Date.UTC(2026, 9, 24, hour)).toISOString()));
    const autumn = groupByDay(hourly, "2026-10-24", 4, () => clockNamed("Europe/Berlin"));
    expect(autumn.map((day) => day.slots.length)).toEqual([22, 25, 24, 1]);
    const spring = groupByDay(
      Array.from({ length: 72 }, (_, h) => slot(new Date(Date.UTC(2026, 2, 28, h)).toISOString())),
      "2026-03-28",
      4,
      () => clockNamed("Europe/Berlin"),
    );
    expect(spring.map((day) => day.slots.length)).toEqual([23, 23, 24, 2]);
    expect([shiftDate("2026-10-24", 2), shiftDate("2026-12-31", 1), shiftDate("2028-02-28", 1)]).toEqual([
      "2026-10-26",
      "2027-01-01",
      "2028-02-29",
    ]);
  });

  it("begin at midnight in that zone", () => {
    expect(todayIn(clockNamed("Pacific/Auckland"), Date.parse("2026-11-24T11:00:00Z"))).toBe("2026-11-25");
    expect(todayIn(clockNamed("Pacific/Auckland"), Date.parse("2026-11-24T10:59:59Z"))).toBe("2026-11-24");
  });
});

describe("times of a day", () => {
  const berlin = clockNamed("Europe/Berlin");
  const labelsOf = (slots: OfferedSlot[]) => [...timeLabels(slots, () => berlin, "en-GB").values()];

  it("show their offset when an hour occurs twice, so that two instants never look the same", () => {
    const labels = labelsOf(
      ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"].map((at) => slot(at)),
    );
    expect(labels).toEqual(["02:30 GMT+2", "02:30 GMT+1", "03:30"]);
  });

  it("stay plain when two places offer the same instant", () => {
    expect(labelsOf([slot("2026-11-24T09:00:00Z", "a"), slot("2026-11-24T09:00:00Z", "b")])).toEqual([
      "10:00",
      "10:00",
    ]);
  });

  it("count as morning until noon and as evening from five, in that zone", () => {
    const parts = ["10:59", "11:00", "15:59", "16:00"].map((time) => partOfDay(`2026-11-24T${time}:00Z`, berlin));
    expect(parts).toEqual(["morning", "afternoon", "afternoon", "evening"]);
  });

  it("also show the reader's time, with the date where it differs", () => {
    const reader = (zone: string) => ({ locale: "en-GB", clock: clockNamed(zone) });
    const at = "2026-11-24T07:00:00Z";
    expect(ownTime(at, berlin, reader("Europe/Paris"))).toBeNull();
    expect(ownTime(at, berlin, reader("America/New_York"))).toBe("02:00");
    expect(ownTime(at, berlin, reader("America/Los_Angeles"))).toBe("Mon 23:00");
  });

  it("are merged once each, in order, distinguished by place", () => {
    const [early, late, elsewhere] = [
      slot("2026-11-24T09:00:00Z"),
      slot("2026-11-24T10:00:00Z"),
      slot("2026-11-24T09:00:00Z", "b"),
    ];
    expect(mergeSlots([late, early], [early, elsewhere])).toEqual([early, elsewhere, late]);
  });
});
