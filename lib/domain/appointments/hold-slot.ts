import type { Actor } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { notFound } from "@/lib/platform/errors/app-error";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { claimSlot, requireOpenSlot, type OpenSlot } from "./internal/claim-slot";
import { getCandidate, lockOf, requirePatient } from "./internal/get-candidate";
import { dropOwnHold } from "./release-hold";
import { requireHoldQuota, requireVisitQuota } from "./internal/require-quota";
import { HOLD_MINUTES, termsOf } from "./rules";
import type { Hold, HoldInput } from "./schema";

/**
 * Holds a slot for the actor while the form is filled in: 5 minutes, one active hold per user and doctor (an older one
 * is released). Everyone else sees the slot disappear at once. Throws `slot-taken`, `patient-busy`, `slot-not-offered`,
 * `quota-reached`, and `hold-limit` when too many times are held; those can still be booked.
 */
export async function holdSlot(actor: Actor, input: HoldInput): Promise<Hold> {
  const now = new Date();
  const expiresAt = new Date(now.getTime() + HOLD_MINUTES * 60_000);
  if (actor.userId === null) throw notFound();
  const candidate = await getCandidate(actor, input);
  return inSqlTransaction(
    actor,
    async (tx, atLast) => {
      const open = await requireOpenSlot(tx, input, now, { actor });
      const patientId = await requirePatient(tx, actor, candidate, {
        doctorId: input.doctorId,
        hospitalId: open.slot.hospitalId,
      });
      const claim = {
        doctorId: input.doctorId,
        patientId,
        serviceId: input.serviceId ?? null,
        status: "HELD" as const,
        mode: open.slot.mode,
        reason: null,
        holdExpiresAt: expiresAt,
        confirmedAt: null,
      };
      const terms = termsFor(open, now);
      const wanted = { doctorId: input.doctorId, patientId, open, now };
      await requireVisitQuota(tx, actor, wanted);
      await requireHoldQuota(tx, actor, wanted, terms);
      if (open.hasOwnHold) await dropOwnHold(tx, actor, input.doctorId, now);
      const { row, freedDoctorIds } = await claimSlot(tx, actor, open, claim, now);
      const { id } = row;
      const audit = {
        action: "appointment.hold",
        subject: "appointment",
        subjectId: id,
        patientId,
        doctorId: input.doctorId,
      };
      atLast(recordChange(tx, actor, audit, [input.doctorId, ...freedDoctorIds].map(availabilityChanged)));
      return {
        id,
        doctorId: input.doctorId,
        start: open.slot.start,
        end: open.slot.end,
        expiresAt: expiresAt.toISOString(),
        terms,
      };
    },
    { locks: [`account:${actor.userId}`, `doctor:${input.doctorId}`, ...lockOf(candidate)] },
  );
}

function termsFor({ slot, schedule }: OpenSlot, now: Date): Hold["terms"] {
  const { changeUntil, ...terms } = termsOf(new Date(slot.start), schedule.cancellationNoticeMinutes, now);
  return { needsConfirmation: !schedule.autoConfirm, ...terms, changeUntil: changeUntil.toISOString() };
}
