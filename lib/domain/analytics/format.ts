import { counted, numberText } from "@/lib/platform/text/counted";
import type { HospitalStats } from "./schema";
import type { CallCounts, StayCounts, VisitCounts } from "./status";

type Title = Pick<HospitalStats, "beds" | "ambulances" | "requests"> & { visits: number; waiting: number };

/**
 * Summarises the hospital's present state, the most urgent first: "1 ambulance call open, 3 patients waiting, 14 of 112
 * beds free". Leaves out what a hospital doesn't have.
 */
export function nowTitle({ beds, requests, visits, waiting }: Title): string {
  const parts = [
    requests.ambulances > 0 ? `${counted(requests.ambulances, "ambulance call")} open` : null,
    waiting > 0 ? `${counted(waiting, "patient")} waiting` : null,
    beds.total > 0 ? `${numberText(beds.free)} of ${counted(beds.total, "bed")} free` : null,
    beds.total > 0
      ? null
      : visits === 0
        ? "no appointments today"
        : `${counted(visits, "appointment")} today${waiting > 0 ? "" : ", no one waiting"}`,
  ].filter((part) => part !== null);
  const text = parts.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns the share of occupied beds, from 0 to 1; null without beds. */
export function occupancyOf({ total, occupied }: { total: number; occupied: number }): number | null {
  return total === 0 ? null : occupied / total;
}

type Stretch = { start: string; end: string };

/** Returns the average over stretches of different length, weighted by length; null without any time. */
export function averageOver<T extends Stretch>(points: readonly T[], valueOf: (point: T) => number): number | null {
  const lengthOf = ({ start, end }: Stretch) => Date.parse(end) - Date.parse(start);
  const whole = points.reduce((sum, point) => sum + lengthOf(point), 0);
  return whole === 0 ? null : points.reduce((sum, point) => sum + valueOf(point) * lengthOf(point), 0) / whole;
}

/** Returns the points with the highest and the lowest value, the later of equal ones; undefined without points. */
export function extremesOf<T>(points: readonly T[], valueOf: (point: T) => number): { most: T; least: T } | undefined {
  const [first] = points;
  if (first === undefined) return undefined;
  return points.reduce<{ most: T; least: T }>(
    ({ most, least }, point) => ({
      most: valueOf(point) >= valueOf(most) ? point : most,
      least: valueOf(point) <= valueOf(least) ? point : least,
    }),
    { most: first, least: first },
  );
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** How many appointments there were, whatever became of them. */
export function appointmentsIn(counts: VisitCounts): number {
  const { pending, confirmed, declined, cancelled, expired, noShow, left } = counts;
  return pending + confirmed + cameIn(counts) + declined + cancelled + expired + noShow + left;
}

/** How many patients came, and stayed. */
export function cameIn({ checkedIn, inProgress, completed }: VisitCounts): number {
  return checkedIn + inProgress + completed;
}

/** The share of missed appointments in those whose time came and that stood until then; null without any. */
export function missedShare(counts: VisitCounts): number | null {
  return share(counts.noShow, cameIn(counts) + counts.noShow + counts.left);
}

/** The share of cancelled appointments in all. */
export function cancelledShare(counts: VisitCounts): number | null {
  return share(counts.cancelled, appointmentsIn(counts));
}

/** From the booking to the time, in days on average. */
export function leadDays(counts: VisitCounts): number | null {
  return share(counts.leadMinutes / 1_440, appointmentsIn(counts));
}

/** From check-in to the start, in minutes on average. */
export function waitMinutes({ waited, waitSeconds }: VisitCounts): number | null {
  return share(waitSeconds / 60, waited);
}

/** The share of waits that were long ones. */
export function longWaitShare({ waited, waitedLong }: VisitCounts): number | null {
  return share(waitedLong, waited);
}

/** How much of the offered time was booked; more than all of it with urgent patients on top. Null where none was noted. */
export function bookedShare({ bookedMinutes, offeredMinutes }: VisitCounts): number | null {
  return share(bookedMinutes, offeredMinutes);
}

/** The share of patients who said beforehand that they would come. */
export function attendingShare(counts: VisitCounts): number | null {
  return share(counts.attending, cameIn(counts) + counts.confirmed + counts.noShow + counts.left);
}

/** The share of offers of the waitlist that were accepted. */
export function offersTakenShare({ offers, offersTaken }: VisitCounts): number | null {
  return share(offersTaken, offers);
}

/** Length of stay, in days on average. */
export function stayDays({ discharged, staySeconds }: StayCounts): number | null {
  return share(staySeconds / 86_400, discharged);
}

/** How long a bed was empty between two patients, in hours on average. */
export function emptyHours({ turned, emptySeconds }: StayCounts): number | null {
  return share(emptySeconds / 3_600, turned);
}

/** From the call to the ambulance at the patient, in minutes on average. */
export function reachMinutes({ reached, reachSeconds }: CallCounts): number | null {
  return share(reachSeconds / 60, reached);
}

/** From the call to the dispatch, in minutes on average. */
export function dispatchMinutes({ dispatched, dispatchSeconds }: CallCounts): number | null {
  return share(dispatchSeconds / 60, dispatched);
}

/** The share of calls in which the ambulance was with the patient within eight minutes. */
export function withinEightShare({ reached, withinEight }: CallCounts): number | null {
  return share(withinEight, reached);
}
