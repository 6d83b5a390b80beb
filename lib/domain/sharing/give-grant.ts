import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { endOfDay } from "@/lib/domain/patients/end-of-day";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { grantEvent } from "./events";
import { requireRight, sharingLock } from "./internal/require-right";
import { toGrant } from "./queries";
import { MAX_GRANTS } from "./rules";
import type { giveGrantInput, Grant } from "./schema";
import { grantsOf, openGrants } from "./statements";

/**
 * Lets a verified doctor read a patient's record from now on, until the last day or until it is ended. Throws `not-found`
 * (the patient, the doctor), `forbidden`, `invalid` (the last day), `already-exists`, `quota-reached`.
 */
export function giveGrant(actor: Actor, input: z.output<typeof giveGrantInput>): Promise<Grant> {
  const { patientId, doctorId, scope } = input;
  return inTransaction(
    actor,
    async (tx) => {
      const { untilMajority } = await requireRight(tx, actor, patientId);
      const doctor = await tx.doctor.findFirst({
        where: { id: doctorId, verification: "VERIFIED" },
        select: { id: true },
      });
      if (!doctor) throw notFound();
      await makeRoom(tx, patientId, doctorId);
      const { id } = await tx.recordGrant.create({
        data: {
          patientId,
          doctorId,
          scope,
          untilMajority,
          expiresAt: endOfDay(actor, input.endsOn ?? null, new Date()),
          grantedById: actor.userId ?? "",
        },
        select: { id: true },
      });
      const audit = { action: "record-grant.give", subject: "record-grant", subjectId: id, patientId, doctorId };
      await recordChange(tx, actor, { ...audit, details: { scope } }, [
        grantEvent("record-grant.given", { id, patientId, doctorId }),
      ]);
      const [row] = await grantsOf(tx, { patientIds: [patientId], id, after: null, take: 1 });
      if (!row) throw notFound();
      return toGrant(actor, row);
    },
    { locks: [sharingLock(patientId)] },
  );
}

/** Closes the doctor's former grant where it has ended by itself. */
async function makeRoom(tx: Tx, patientId: string, doctorId: string): Promise<void> {
  const open = await openGrants(tx, patientId);
  const former = open.find((one) => one.doctorId === doctorId);
  if (former && former.state !== "ENDED")
    throw new AppError("already-exists", "The record is shared with this doctor already. End that first to change it.");
  if (open.filter(({ state }) => state !== "ENDED").length >= MAX_GRANTS)
    throw new AppError("quota-reached", `A record can be shared with ${MAX_GRANTS} doctors at a time.`);
  if (former) await tx.recordGrant.update({ where: { id: former.id }, data: { endedAt: new Date() } });
}
