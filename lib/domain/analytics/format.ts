import { counted, numberText } from "@/lib/platform/text/counted";
import type { HospitalStats } from "./schema";

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
