import { recordNews } from "@/lib/domain/contacts/record-news";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { callEvent } from "../events";
import { offerToOthers } from "./offer-call";
import { callSelect, type CallRow } from "../queries";

/**
 * Declines a call for a hospital, in a transaction that holds the call's lock: the next nearest is asked at once. The
 * call itself ends only when every hospital asked has declined and there is no other.
 */
export async function declineOffer(tx: Tx, actor: Actor, call: CallRow, reason: string, now: Date): Promise<CallRow> {
  const hospitalId = actor.hospitalId ?? "";
  await tx.ambulanceOffer.updateMany({
    where: { bookingId: call.id, hospitalId, status: "OPEN" },
    data: { status: "DECLINED", reason, respondedAt: now },
  });
  const declined = await tx.ambulanceBooking.findUniqueOrThrow({ where: { id: call.id }, select: callSelect });
  const audit = {
    action: "ambulance-booking.decline-offer",
    subject: "ambulance-booking",
    subjectId: call.id,
    patientId: call.patientId,
    hospitalId,
  };
  await recordNews(tx, actor, audit, [callEvent("ambulance-booking.passed-on", declined, [hospitalId])]);
  return offerToOthers(tx, actor, declined, now);
}
