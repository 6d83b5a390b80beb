import type { AnnouncementState } from "./status";

type Times = { startsAt: string; endsAt: string | null; endedAt?: string | null };

/** Says where an announcement stands at a moment, in epoch milliseconds. */
export function stateOf({ startsAt, endsAt, endedAt = null }: Times, now: number): AnnouncementState {
  if (endedAt !== null || (endsAt !== null && Date.parse(endsAt) <= now)) return "OVER";
  return Date.parse(startsAt) > now ? "UPCOMING" : "CURRENT";
}
