import type { AppointmentStatus } from "@/lib/domain/appointments/status";
import { LEAD_BANDS, LONG_WAIT_MINUTES, VISIT_COUNTS, type DayPart, type VisitCounts } from "../status";

/** An appointment as it is counted. */
export type CountedVisit = {
  startsAt: Date;
  endsAt: Date;
  status: AppointmentStatus;
  createdAt: Date;
  checkedInAt: Date | null;
  startedAt: Date | null;
  isAttending: boolean;
  isReminded: boolean;
};

export type PartOfDay = { part: DayPart; key: number } & VisitCounts;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

const COUNTS: Partial<Record<AppointmentStatus, keyof VisitCounts>> = {
  PENDING: "pending",
  CONFIRMED: "confirmed",
  CHECKED_IN: "checkedIn",
  IN_PROGRESS: "inProgress",
  COMPLETED: "completed",
  DECLINED: "declined",
  CANCELLED: "cancelled",
  EXPIRED: "expired",
  NO_SHOW: "noShow",
  LEFT: "left",
};
const CAME: readonly AppointmentStatus[] = ["CHECKED_IN", "IN_PROGRESS", "COMPLETED"];
/** These had the doctor's time, or have it. */
const HOLDING: readonly AppointmentStatus[] = [...CAME, "PENDING", "CONFIRMED", "NO_SHOW", "LEFT"];

/** Nothing counted. */
export function noVisits(): VisitCounts {
  return Object.fromEntries(VISIT_COUNTS.map((name) => [name, 0])) as VisitCounts;
}

/** Adds up two counts of the same kind. */
export function plus<T extends Record<string, number>>(one: T, other: T): T {
  return Object.fromEntries(Object.keys(one).map((name) => [name, one[name]! + (other[name] ?? 0)])) as T;
}

/** Returns the band of an appointment booked so long before its time: its place in `LEAD_BANDS`. */
export function leadBand(leadMs: number): number {
  return LEAD_BANDS.findLastIndex((days) => Math.max(0, leadMs) >= days * DAY_MS);
}

/** Returns the hour of the day, by a clock so many milliseconds ahead of UTC. */
export function hourOfDay(at: Date, offsetMs: number): number {
  const local = at.getTime() + offsetMs;
  return Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS);
}

/** Counts the appointments of one doctor's day at a place: all, and by hour, lead time and reminder. */
export function partsOfDay(visits: readonly CountedVisit[], offsetAt: (at: Date) => number): PartOfDay[] {
  const parts = new Map<string, PartOfDay>();
  const add = (part: DayPart, key: number, counts: VisitCounts) => {
    const name = `${part} ${key}`;
    parts.set(name, { part, key, ...plus(counts, parts.get(name) ?? noVisits()) });
  };
  for (const visit of visits) {
    const counts = countsOf(visit);
    add("ALL", 0, counts);
    add("HOUR", hourOfDay(visit.startsAt, offsetAt(visit.startsAt)), counts);
    add("LEAD", leadBand(visit.startsAt.getTime() - visit.createdAt.getTime()), counts);
    add("REMINDED", Number(visit.isReminded), counts);
  }
  return [...parts.values()];
}

function countsOf({ startsAt, endsAt, status, createdAt, checkedInAt, startedAt, isAttending }: CountedVisit) {
  const counts = noVisits();
  const count = COUNTS[status];
  if (count) counts[count] = 1;
  counts.attending = Number(isAttending);
  counts.leadMinutes = Math.floor(Math.max(0, startsAt.getTime() - createdAt.getTime()) / MINUTE_MS);
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS);
  if (HOLDING.includes(status)) counts.bookedMinutes = minutes;
  if (CAME.includes(status)) counts.cameMinutes = minutes;
  if (checkedInAt && startedAt) {
    counts.waited = 1;
    counts.waitSeconds = Math.round(Math.max(0, startedAt.getTime() - checkedInAt.getTime()) / 1000);
    counts.waitedLong = Number(counts.waitSeconds > LONG_WAIT_MINUTES * 60);
  }
  return counts;
}
