import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/platform/errors/app-error";
import { openSlots, type OpenSlotsInput } from "./slots";

const valid: OpenSlotsInput = {
  timeZone: "Europe/Berlin",
  now: "2026-01-01T00:00:00Z",
  rules: [{ weekday: 1, start: "09:00", end: "12:00" }],
  exceptions: [],
  slotMinutes: 20,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minNoticeMinutes: 0,
  bookings: [],
  window: { from: "2026-06-01T00:00:00Z", to: "2026-06-08T00:00:00Z" },
};

const rule = (changes: object) => ({ rules: [{ weekday: 1, start: "09:00", end: "12:00", ...changes }] });
const exception = (changes: object) => ({
  exceptions: [{ kind: "replace", date: "2026-06-01", intervals: [], ...changes }],
});
const interval = (start: unknown, end: unknown) => exception({ intervals: [{ start, end }] });
const booking = (start: unknown, end: unknown) => ({ bookings: [{ start, end }] });

/** What a caller without TypeScript may send, and the field named in the error. */
const FAULTS: [path: string, changes: object][] = [
  ["timeZone", { timeZone: "Mars/Olympus" }],
  ["timeZone", { timeZone: "" }],
  ["timeZone", { timeZone: "+01:00" }],
  ["timeZone", { timeZone: "Z" }],
  ["timeZone", { timeZone: "2026-01-01T00:00[Europe/Berlin]" }],
  ["timeZone", { timeZone: undefined }],
  ["now", { now: "today" }],
  ["now", { now: "2026-01-01" }],
  ["now", { now: "2026-01-01T00:00:00" }],
  ["now", { now: "2026-02-30T00:00:00Z" }],
  ["now", { now: "2026-01-01T24:00:00Z" }],
  ["now", { now: 1_700_000_000_000 }],
  ["rules", { rules: null }],
  ["rules.0", { rules: [null] }],
  ["rules.0.weekday", rule({ weekday: 0 })],
  ["rules.0.weekday", rule({ weekday: 8 })],
  ["rules.0.weekday", rule({ weekday: 1.5 })],
  ["rules.0.weekday", rule({ weekday: "1" })],
  ["rules.0.start", rule({ start: "9:00" })],
  ["rules.0.start", rule({ start: "24:00" })],
  ["rules.0.start", rule({ start: "09:60" })],
  ["rules.0.start", rule({ start: "0a:00" })],
  ["rules.0.end", rule({ end: "24:01" })],
  ["rules.0.end", rule({ end: "12:00:00" })],
  ["rules.0.end", rule({ end: undefined })],
  ["rules.0.validFrom", rule({ validFrom: "2026-02-30" })],
  ["rules.0.validTo", rule({ validTo: "2025-02-29" })],
  ["rules.0.validTo", rule({ validTo: "2026-6-1" })],
  ["exceptions", { exceptions: undefined }],
  ["exceptions.0", { exceptions: ["2026-06-01"] }],
  ["exceptions.0.kind", exception({ kind: "holiday" })],
  ["exceptions.0.date", exception({ date: "2026-13-01" })],
  ["exceptions.0.date", exception({ date: "2026-06-31" })],
  ["exceptions.0.intervals", exception({ intervals: null })],
  ["exceptions.0.intervals", exception({ kind: "add", intervals: null })],
  ["exceptions.0.intervals", exception({ kind: "block", intervals: undefined })],
  ["exceptions.0.intervals.0.start", interval("25:00", "26:00")],
  ["exceptions.0.intervals.0.end", interval("09:00", "noon")],
  ["slotMinutes", { slotMinutes: 0 }],
  ["slotMinutes", { slotMinutes: -20 }],
  ["slotMinutes", { slotMinutes: NaN }],
  ["slotMinutes", { slotMinutes: 2.5 }],
  ["stepMinutes", { stepMinutes: 0 }],
  ["bufferBeforeMinutes", { bufferBeforeMinutes: -1 }],
  ["bufferAfterMinutes", { bufferAfterMinutes: -1 }],
  ["bufferAfterMinutes", { bufferAfterMinutes: undefined }],
  ["minNoticeMinutes", { minNoticeMinutes: -1 }],
  ["bookings", { bookings: {} }],
  ["bookings.0", { bookings: [undefined] }],
  ["bookings.0.start", booking("2026-06-01", "2026-06-01T10:00:00Z")],
  ["bookings.0.end", booking("2026-06-01T10:00:00Z", "2026-06-01T10:61:00Z")],
  ["bookings.0.end", booking("2026-06-01T10:00:00Z", "2026-06-01T09:00:00Z")],
  ["window", { window: null }],
  ["window.from", { window: { from: "", to: "2026-06-08T00:00:00Z" } }],
  ["window.to", { window: { from: "2026-06-08T00:00:00Z", to: "2026-06-08" } }],
];

describe("openSlots refuses invalid input and names the field", () => {
  it.each(FAULTS)("%s in %j", (path, changes) => {
    const faulty: unknown = { ...valid, ...changes };
    try {
      openSlots(faulty as OpenSlotsInput);
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: "invalid", fields: [{ path, message: expect.any(String) }] });
      return;
    }
    expect.unreachable(`${path} was accepted`);
  });

  it("also when the window is empty", () => {
    const window = { from: "2026-06-01T00:00:00Z", to: "2026-06-01T00:00:00Z" };
    expect(() => openSlots({ ...valid, timeZone: "Mars/Olympus", window })).toThrow(AppError);
  });

  it.each(["2026-06-01T00:00:00.000Z", "2026-06-01T02:00:00+02:00", "2026-05-31T20:30-0330", "2026-06-01T00:00Z"])(
    "but %s is an instant",
    (from) => {
      expect(openSlots({ ...valid, window: { ...valid.window, from } })).toHaveLength(9);
    },
  );
});
