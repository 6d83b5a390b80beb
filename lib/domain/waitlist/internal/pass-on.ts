import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { releaseOffered } from "@/lib/domain/appointments/offered-time";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import type { Sql } from "@/lib/platform/db/sql";
import { waitlistEvent } from "../events";
import { stepEntry } from "../statements";
import { endOffer } from "./end-offer";
import { makeOffers } from "./make-offers";

const WORDS = {
  DECLINED: { action: "waitlist.decline", event: "waitlist.declined" },
  LAPSED: { action: "waitlist.lapse", event: "waitlist.lapsed" },
  WITHDRAWN: { action: "waitlist.withdraw", event: "waitlist.withdrawn" },
} as const;

/**
 * Closes an open offer, frees its time and puts its person back where they stood in the list. Under the doctor's lock.
 * False when it was open no longer.
 */
export async function closeOpen(
  tx: Sql,
  actor: Actor,
  offerId: string,
  how: keyof typeof WORDS,
  now: Date,
): Promise<boolean> {
  const offer = await endOffer(tx, { id: offerId }, how, now);
  if (!offer) return false;
  const { entryId: id, patientId, doctorId, hospitalId, holdId } = offer;
  await stepEntry(tx, id, { from: ["OFFERED"], to: "WAITING" }, null);
  if (holdId) await releaseOffered(tx, holdId, now);
  const { action, event } = WORDS[how];
  const audit = { action, subject: "waitlist-entry", subjectId: id, patientId, doctorId, hospitalId };
  await recordChange(tx, actor, audit, [
    waitlistEvent(event, { id, patientId, doctorId, hospitalId }),
    availabilityChanged(doctorId),
  ]);
  return true;
}

/** Does that, and offers the time to the next person in the same transaction: no one else gets in between. */
export async function passOn(
  tx: Sql,
  actor: Actor,
  offer: { id: string; doctorId: string },
  how: keyof typeof WORDS,
  now: Date,
): Promise<boolean> {
  if (!(await closeOpen(tx, actor, offer.id, how, now))) return false;
  await makeOffers(tx, offer.doctorId, now);
  return true;
}
