import { counted } from "@/lib/platform/text/counted";

/** How long a bed can be reserved, in hours from the requested time; the server allows 72 at most. */
export const KEPT_HOURS = [1, 2, 4, 8, 24, 48] as const;
export const USUAL_HOURS = 4;

/** The end of a reservation: that many hours after the requested time, or after now if that has passed. */
export function keptUntil(from: string, hours: number, nowMs: number): string {
  return new Date(Math.max(Date.parse(from), nowMs) + hours * 3_600_000).toISOString();
}

export function hoursText(hours: number): string {
  return counted(hours, "hour");
}
