import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { takeOffered } from "@/lib/domain/appointments/offered-time";
import { getAppointmentIn, type AppointmentRow } from "@/lib/domain/appointments/queries";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { check } from "@/lib/platform/life-cycle/life-cycle";
import { refuseStep } from "@/lib/platform/life-cycle/refuse-step";
import { waitlistEvent } from "./events";
import { OFFER_LABELS } from "./format";
import { endOffer } from "./internal/end-offer";
import { getOwnOffer, getOwnOfferIn, type OwnOffer } from "./queries";
import { stepEntry } from "./statements";
import { OFFER_LIFE_CYCLE } from "./status";

/**
 * Books an offered time. The visit it replaces moves there in the same transaction, so its own time is free for the next
 * person; on any failure the old time stands. Accepted twice is no change. Throws `not-found`, `hold-expired` (its time is
 * over), `invalid-transition`, and what booking and rescheduling throw.
 */
export async function acceptOffer(actor: Actor, id: string): Promise<AppointmentRow> {
  const known = await getOwnOffer(actor, id);
  return inTransaction(actor, (tx) => accept(tx, actor, id), {
    locks: [`doctor:${known.doctorId}`, `patient:${known.patientId}`],
  });
}

async function accept(tx: Tx, actor: Actor, id: string): Promise<AppointmentRow> {
  const now = new Date();
  const offer = await getOwnOfferIn(tx, actor, id);
  if (offer.status === "ACCEPTED" && offer.bookedId) return getAppointmentIn(tx, actor, offer.bookedId);
  requireOpen(offer, now);
  const { entryId, patientId, doctorId, hospitalId, holdId, startsAt, entry } = offer;
  if (!holdId) throw offerOver();
  const start = startsAt.toISOString();
  const replacesId = entry.appointmentId;
  const booked = await takeOffered(tx, actor, { holdId, doctorId, patientId, start, replacesId }, now);
  await endOffer(tx, { id }, "ACCEPTED", now, booked);
  await stepEntry(tx, entryId, { from: ["OFFERED"], to: "FULFILLED" }, now);
  const audit = {
    action: "waitlist.accept",
    subject: "waitlist-entry",
    subjectId: entryId,
    patientId,
    doctorId,
    hospitalId,
  };
  await recordChange(tx, actor, audit, [
    waitlistEvent("waitlist.accepted", { id: entryId, patientId, doctorId, hospitalId }),
  ]);
  return getAppointmentIn(tx, actor, booked.appointmentId);
}

function requireOpen(offer: OwnOffer, now: Date): void {
  const step = { from: offer.status, to: "ACCEPTED", roles: ["patient"] } as const;
  const verdict = check(OFFER_LIFE_CYCLE, step, () => offer.expiresAt > now);
  if (verdict === "allowed") return;
  if (offer.status === "LAPSED") throw offerOver();
  throw refuseStep(verdict, { thing: "An offer", ...step, labels: OFFER_LABELS }, offerOver);
}

function offerOver(): AppError {
  return new AppError("hold-expired", "This offer is over. You're still on the waitlist for the next one.");
}
