import type { AppointmentStatus } from "../status";

/** How long before a video visit its room opens. */
export const VIDEO_OPENS_MINUTES = 10;

/** Statuses in which someone is expected. */
const EXPECTED: ReadonlySet<AppointmentStatus> = new Set(["CONFIRMED", "CHECKED_IN", "IN_PROGRESS"]);
/** A visit that was started and never closed does not stay open for ever. */
const MAX_OPEN_MS = 24 * 3_600_000;

export type VideoVisit = { mode: "IN_PERSON" | "VIDEO"; status: AppointmentStatus; startsAt: Date; endsAt: Date };
export type VideoVerdict = "open" | "too-early" | "over" | "no-video";

/** When joining opens. */
export function videoOpensAt({ startsAt }: Pick<VideoVisit, "startsAt">): Date {
  return new Date(startsAt.getTime() - VIDEO_OPENS_MINUTES * 60_000);
}

/**
 * Tells whether the two may meet by video at `now`: from ten minutes before until the end, or longer while it is in
 * progress.
 */
export function checkVideo(visit: VideoVisit, now: Date): VideoVerdict {
  if (visit.mode !== "VIDEO" || visit.status === "PENDING" || visit.status === "HELD") return "no-video";
  const isRunning = visit.status === "IN_PROGRESS" && now.getTime() < visit.startsAt.getTime() + MAX_OPEN_MS;
  if (!EXPECTED.has(visit.status) || (now >= visit.endsAt && !isRunning)) return "over";
  return now < videoOpensAt(visit) && !isRunning ? "too-early" : "open";
}
