import { compileHours } from "./slots/hours";
import type { Hours } from "./slots/input";
import { openingsBetween } from "./slots/openings";

const MINUTE_MS = 60_000;

/** Returns for how many minutes the hours are open between two instants, booked or not. Throws `invalid`. */
export function openMinutes(hours: Hours, from: Date, to: Date): number {
  const open = openingsBetween(compileHours(hours), from.getTime(), to.getTime()).reduce(
    (sum, { start, end }) => sum + Math.min(end, to.getTime()) - Math.max(start, from.getTime()),
    0,
  );
  return Math.round(open / MINUTE_MS);
}
