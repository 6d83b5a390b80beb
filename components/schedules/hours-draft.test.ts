import { describe, expect, it } from "vitest";
import { scheduleInputSchema } from "@/lib/domain/schedules/schema";
import { addedRule, copyDay, draftOf, emptyHours, inputOf, isSame, weeklyMinutes, type HoursBase } from "./hours-draft";

const BASE: HoursBase = {
  ...emptyHours(null, "Europe/Berlin"),
  id: "0197a3c0-0000-7000-8000-000000000001",
  version: 3,
  rules: [
    { weekday: 1, start: "09:00", end: "12:00" },
    { weekday: 1, start: "22:00", end: "02:00", validFrom: "2026-01-01", validTo: "2026-06-30" },
  ],
  exceptions: [
    { kind: "replace", date: "2026-12-24", intervals: [] },
    { kind: "block", date: "2026-12-31", intervals: null },
    { kind: "add", date: "2027-01-02", intervals: [{ start: "10:00", end: "12:00" }] },
  ],
};

describe("an hours draft", () => {
  it("round-trips, and matches what the server accepts", () => {
    const { id: _id, version, ...hours } = BASE;
    const input = inputOf(draftOf(BASE), version);
    expect(input).toEqual({ ...hours, version: 3 });
    expect(scheduleInputSchema.safeParse(input).success).toBe(true);
  });

  it("is unchanged until something changes", () => {
    expect(isSame(draftOf(BASE), draftOf(BASE))).toBe(true);
    expect(isSame(draftOf(BASE), { ...draftOf(BASE), slotMinutes: "20" })).toBe(false);
  });

  it("sends an empty number, so that the server refuses it at its field", () => {
    const parsed = scheduleInputSchema.safeParse(inputOf({ ...draftOf(BASE), slotMinutes: " " }, 3));
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual(["slotMinutes"]);
  });

  it("copies a day over others and leaves the rest alone", () => {
    const rules = copyDay(
      [...draftOf(BASE).rules, { ...addedRule([], 2), start: "07:00" }, addedRule([], 6)],
      1,
      [2, 3],
    );
    const of = (weekday: number) => rules.filter((rule) => rule.weekday === weekday).map(({ start }) => start);
    expect([of(1), of(2), of(3), of(6)]).toEqual([
      ["09:00", "22:00"],
      ["09:00", "22:00"],
      ["09:00", "22:00"],
      ["09:00"],
    ]);
    expect(new Set(rules.map(({ key }) => key)).size).toBe(rules.length);
  });

  it("suggests the afternoon after a morning", () => {
    const first = addedRule([], 4);
    expect(addedRule([first], 4)).toMatchObject({ start: "13:00", end: "17:00" });
  });

  it("adds up the weekly hours that are valid now, nights included", () => {
    expect(weeklyMinutes(BASE.rules, "2026-03-01")).toBe(7 * 60);
    expect(weeklyMinutes(BASE.rules, "2026-09-01")).toBe(3 * 60);
    expect(weeklyMinutes([{ weekday: 1, start: "00:00", end: "24:00" }], "2026-09-01")).toBe(1440);
  });
});
