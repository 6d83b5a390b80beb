import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { releaseOffered } from "@/lib/domain/appointments/offered-time";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import type { Sql } from "@/lib/platform/db/sql";
import { waitlistEvent } from "../events";
import { LIVE_STATUSES } from "../status";
import { stepEntry } from "../statements";
import { endOffer } from "./end-offer";

const WORDS = {
  LEFT: { action: "waitlist.leave", event: "waitlist.left" },
  EXPIRED: { action: "waitlist.expire", event: "waitlist.expired" },
} as const;

/**
 * Ends a live entry and withdraws the offer it has, whose time is then free and offered to the next by the event. False when
 * it had ended already.
 */
export async function endEntry(
  tx: Sql,
  actor: Actor,
  entryId: string,
  to: keyof typeof WORDS,
  now: Date,
): Promise<boolean> {
  const offer = await endOffer(tx, { entryId }, "WITHDRAWN", now);
  const [entry] = await stepEntry(tx, entryId, { from: LIVE_STATUSES, to }, now);
  if (!entry) return false;
  if (offer?.holdId) await releaseOffered(tx, offer.holdId, now);
  const { action, event } = WORDS[to];
  const { id: subjectId, ...concerned } = entry;
  await recordChange(tx, actor, { action, subject: "waitlist-entry", subjectId, ...concerned }, [
    waitlistEvent(event, entry),
    ...(offer ? [availabilityChanged(offer.doctorId)] : []),
  ]);
  return true;
}
