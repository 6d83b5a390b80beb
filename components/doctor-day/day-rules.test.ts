import { clockNamed } from "@/lib/platform/time/clock";
import { describe, expect, it } from "vitest";
import type { VisitCard } from "@/lib/domain/appointments/output";
import { dayEntries, dayTitle, minutesText } from "./day-rules";

const reader = { locale: "en-GB", clock: clockNamed("UTC") };
const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);
const none = { waiting: 0, running: 0, requests: 0 };

function visit(start: string, end: string, status: VisitCard["status"] = "CONFIRMED"): VisitCard {
  return {
    id: start,
    version: 1,
    status,
    start: `2026-11-23T${start}:00Z`,
    end: `2026-11-23T${end}:00Z`,
    cancellationNoticeMinutes: 0,
    doctorId: "d",
    serviceId: null,
    mode: "IN_PERSON",
    reason: null,
    statusReason: null,
    needsRebooking: false,
    patient: { name: "Asha Abelard", phone: null, age: 34 },
    service: null,
    place: { name: "Own practice", timeZone: "UTC", hospitalId: null },
    checkedInAt: null,
    attendanceConfirmedAt: null,
  };
}

describe("the doctor's day title", () => {
  it("names waiting patients first, then the next visit", () => {
    const visits = [visit("10:40", "11:00")];
    expect(dayTitle({ ...none, waiting: 3, running: 1 }, visits, at("10:00"), reader)).toBe("3 patients waiting");
    expect(dayTitle({ ...none, waiting: 1 }, visits, at("10:00"), reader)).toBe("1 patient waiting");
    expect(dayTitle({ ...none, running: 1 }, visits, at("10:00"), reader)).toBe("In a visit, then 10:40");
    expect(dayTitle(none, visits, at("10:00"), reader)).toBe("Next: 10:40");
  });

  it("says when nothing is left, and what else needs an answer", () => {
    expect(dayTitle(none, [], at("10:00"), reader)).toBe("No appointments today");
    expect(dayTitle(none, [visit("08:00", "08:30", "COMPLETED")], at("10:00"), reader)).toBe("Done for today");
    expect(dayTitle({ ...none, requests: 2 }, [], at("10:00"), reader)).toBe("2 requests to answer");
  });
});

describe("the day's timeline", () => {
  const kinds = (visits: VisitCard[], now: string) =>
    dayEntries(visits, at(now)).map((entry) =>
      entry.kind === "visit" ? entry.visit.id : entry.kind === "gap" ? `gap ${entry.minutes}` : "now",
    );

  it("shows gaps between visits that take place, not around cancelled ones", () => {
    const visits = [
      visit("09:00", "09:30"),
      visit("09:40", "10:00", "CANCELLED"),
      visit("10:30", "11:00"),
      visit("11:05", "11:30"),
    ];
    expect(kinds(visits, "08:00")).toEqual(["now", "09:00", "09:40", "gap 60", "10:30", "11:05"]);
  });

  it("marks the current time", () => {
    const visits = [visit("09:00", "09:30"), visit("10:30", "11:00")];
    expect(kinds(visits, "09:10")).toEqual(["09:00", "now", "gap 60", "10:30"]);
    expect(kinds(visits, "10:00")).toEqual(["09:00", "gap 60", "now", "10:30"]);
    expect(kinds(visits, "12:00")).toEqual(["09:00", "gap 60", "10:30", "now"]);
    expect(kinds([], "12:00")).toEqual(["now"]);
  });
});

it("writes waiting times in words", () => {
  expect([0.4, 12, 60, 80].map(minutesText)).toEqual(["0 min", "12 min", "1 h", "1 h 20 min"]);
});
