import { describe, expect, it } from "vitest";
import { monthsOf } from "./rules";
import type { TimelineEntry } from "./schema";

const entry = (at: string, datedOn: string | null = null): TimelineEntry => ({
  type: datedOn ? "DOCUMENT" : "VISIT",
  id: at,
  patientId: "p",
  patientName: "Asha",
  at,
  datedOn,
  until: null,
  appointmentId: null,
  title: null,
  status: null,
  count: null,
  doctorName: null,
  placeName: null,
  timeZone: null,
});
const monthsIn = (zone: string, ...entries: TimelineEntry[]) =>
  monthsOf(entries, zone).map(({ month, entries: those }) => [month, those.length]);

describe("the months of a timeline", () => {
  it("are none without entries", () => {
    expect(monthsIn("UTC")).toEqual([]);
  });

  it("follow the reader's calendar", () => {
    const entries = [entry("2026-12-01T02:00:00Z"), entry("2026-11-30T12:00:00Z"), entry("2026-09-02T08:00:00Z")];
    expect(monthsIn("UTC", ...entries)).toEqual([
      ["2026-12", 1],
      ["2026-11", 1],
      ["2026-09", 1],
    ]);
    expect(monthsIn("America/New_York", ...entries)).toEqual([
      ["2026-11", 2],
      ["2026-09", 1],
    ]);
  });

  it("have a document by its date, and none comes twice", () => {
    const entries = [
      entry("2026-12-01T12:00:00Z", "2026-12-01"),
      entry("2026-12-01T04:00:00Z"),
      entry("2026-11-30T12:00:00Z", "2026-11-30"),
    ];
    expect(monthsIn("Asia/Tokyo", ...entries)).toEqual([
      ["2026-12", 2],
      ["2026-11", 1],
    ]);
    const odd = [entry("2026-11-30T13:00:00Z"), entry("2026-11-30T12:00:00Z", "2026-12-01")];
    expect(monthsIn("UTC", ...odd)).toEqual([["2026-11", 2]]);
  });
});
