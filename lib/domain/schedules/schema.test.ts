import { describe, expect, it } from "vitest";
import { aroundWeek } from "./format";
import { countSlotsInput, scheduleInputSchema, scheduleOutputSchema, type ScheduleDraft } from "./schema";

const ID = "01980000-0000-7000-8000-000000000001";

const schedule: ScheduleDraft = {
  hospitalId: null,
  timeZone: "Europe/Berlin",
  slotMinutes: 20,
  stepMinutes: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 5,
  minNoticeMinutes: 60,
  horizonDays: 90,
  autoConfirm: false,
  cancellationNoticeMinutes: 1440,
  rules: [
    { weekday: 1, start: "09:00", end: "24:00" },
    { weekday: 7, start: "22:00", end: "02:00", validFrom: "2026-01-01", validTo: "2026-01-01" },
  ],
  exceptions: [
    { kind: "replace", date: "2026-12-24", intervals: [] },
    { kind: "add", date: "2026-12-27", intervals: [{ start: "10:00", end: "12:00" }] },
    { kind: "block", date: "2026-12-31", intervals: null },
    { kind: "block", date: "2027-01-01", intervals: [{ start: "00:00", end: "12:00" }] },
  ],
};

const faults = (changes: object) =>
  scheduleInputSchema.safeParse({ ...schedule, ...changes }).error?.issues.map((issue) => issue.path.join("."));
const rule = (changes: object) => ({ rules: [{ weekday: 1, start: "09:00", end: "12:00", ...changes }] });
const exception = (changes: object) => ({
  exceptions: [{ kind: "add", date: "2026-06-01", intervals: [], ...changes }],
});

describe("scheduleInputSchema", () => {
  it("accepts a complete schedule, and what GET returned", () => {
    const quotas = { mostVisitsPerDay: null, mostVisitsPerPatientPerDay: null, mostNewPatientsPerDay: null };
    expect(scheduleInputSchema.parse(schedule)).toEqual({ ...schedule, ...quotas });
    const answered = scheduleOutputSchema.parse({ id: ID, doctorId: ID, ...schedule, ...quotas, version: 3 });
    expect(scheduleInputSchema.parse(answered)).toEqual(answered);
  });

  it("fills in defaults", () => {
    const least = scheduleInputSchema.parse({ hospitalId: ID, timeZone: "UTC", slotMinutes: 30 });
    const defaults = { stepMinutes: null, bufferAfterMinutes: 0, horizonDays: 60, rules: [], exceptions: [] };
    expect(least).toMatchObject(defaults);
  });

  it.each<[path: string, changes: object]>([
    ["hospitalId", { hospitalId: "1" }],
    ["hospitalId", { hospitalId: undefined }],
    ["timeZone", { timeZone: "Mars/Olympus" }],
    ["slotMinutes", { slotMinutes: 4 }],
    ["slotMinutes", { slotMinutes: 481 }],
    ["slotMinutes", { slotMinutes: 20.5 }],
    ["slotMinutes", { slotMinutes: "20" }],
    ["stepMinutes", { stepMinutes: 0 }],
    ["bufferBeforeMinutes", { bufferBeforeMinutes: -1 }],
    ["bufferAfterMinutes", { bufferAfterMinutes: 241 }],
    ["minNoticeMinutes", { minNoticeMinutes: 43_201 }],
    ["horizonDays", { horizonDays: 0 }],
    ["horizonDays", { horizonDays: 731 }],
    ["cancellationNoticeMinutes", { cancellationNoticeMinutes: -5 }],
    ["autoConfirm", { autoConfirm: "yes" }],
    ["rules", { rules: Array(101).fill({ weekday: 1, start: "09:00", end: "12:00" }) }],
    ["exceptions", { exceptions: Array(1001).fill({ kind: "block", date: "2026-06-01", intervals: null }) }],
    ["rules.0.weekday", rule({ weekday: 0 })],
    ["rules.0.start", rule({ start: "24:00" })],
    ["rules.0.start", rule({ start: "9:00" })],
    ["rules.0.end", rule({ end: "24:01" })],
    ["rules.0.end", rule({ end: "09:00" })],
    ["rules.0.validFrom", rule({ validFrom: "2026-02-30" })],
    ["rules.0.validTo", rule({ validFrom: "2026-06-02", validTo: "2026-06-01" })],
    ["rules.0", rule({ colour: "red" })],
    ["exceptions.0.kind", exception({ kind: "holiday" })],
    ["exceptions.0.date", exception({ kind: "replace", date: "2026-06-31" })],
    ["exceptions.0.intervals", exception({})],
    ["exceptions.0.intervals", exception({ kind: "replace", intervals: null })],
    ["exceptions.0.intervals.0.end", exception({ intervals: [{ start: "10:00", end: "10:00" }] })],
    ["", { colour: "red" }],
  ])("refuses, naming %s, %j", (path, changes) => {
    expect(faults(changes)).toEqual([path]);
  });

  it("explains an empty interval", () => {
    const { error } = scheduleInputSchema.safeParse({ ...schedule, ...rule({ end: "09:00" }) });
    expect(error?.issues[0]?.message).toBe(
      "The end must differ from the start. For a whole day, enter 00:00 to 24:00.",
    );
  });
});

describe("repeated entries", () => {
  const dayOff = { kind: "replace" as const, date: "2026-12-24", intervals: [] };
  const monday = { weekday: 1 as const, start: "09:00", end: "12:00" };

  it("are merged: exceptions and weekly hours, whatever the order of their fields", () => {
    const twice = {
      exceptions: [dayOff, { intervals: [], date: "2026-12-24", kind: "replace" }],
      rules: [monday, { end: "12:00", start: "09:00", weekday: 1 }],
    };
    const parsed = scheduleInputSchema.parse({ ...schedule, ...twice });
    expect([parsed.exceptions, parsed.rules]).toEqual([[dayOff], [monday]]);
  });

  it("are kept when they differ in anything", () => {
    const other = {
      ...schedule,
      exceptions: [dayOff, { ...dayOff, date: "2026-12-25" }],
      rules: [monday, { ...monday, validTo: "2026-12-31" }],
    };
    const parsed = scheduleInputSchema.parse(other);
    expect([parsed.exceptions.length, parsed.rules.length]).toEqual([2, 2]);
  });
});

describe("countSlotsInput", () => {
  const block = (day: number) => ({
    kind: "block" as const,
    date: new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10),
    intervals: null,
  });

  it("accepts no more exceptions than a week can need, as many as the page sends", () => {
    const year = {
      hospitalId: null,
      timeZone: "UTC",
      slotMinutes: 30,
      exceptions: Array.from({ length: 365 }, (_, index) => block(index + 1)),
    };
    expect(countSlotsInput.safeParse(year).success).toBe(false);
    const sent = aroundWeek(year, new Date("2026-06-10T12:00:00Z"));
    expect(countSlotsInput.safeParse(sent).success).toBe(true);
    expect([sent.exceptions[0]?.date, sent.exceptions.at(-1)?.date]).toEqual(["2026-06-02", "2026-06-19"]);
  });
});
