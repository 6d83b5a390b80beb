import { compileHours } from "./slots/hours";
import type { Hours } from "./slots/input";
import { openingsBetween } from "./slots/openings";

/** Returns when hours are open within a window, as instants cut at the window; ascending. */
export function openSpans(hours: Hours, window: { from: Date; to: Date }): { start: string; end: string }[] {
  const [from, to] = [window.from.getTime(), window.to.getTime()];
  return openingsBetween(compileHours(hours), from, to).map(({ start, end }) => ({
    start: new Date(Math.max(start, from)).toISOString(),
    end: new Date(Math.min(end, to)).toISOString(),
  }));
}
