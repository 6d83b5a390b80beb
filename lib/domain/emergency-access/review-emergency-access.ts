import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { emergencyEvent } from "./events";
import { requireReviewable } from "./internal/require-reviewable";
import { canReview } from "./policy";
import { getReview } from "./queries";
import type { Review, reviewInput } from "./schema";

/**
 * Says whether it was justified to open a record; the doctor and the family are told. Once: of two administrators, the
 * slower one learns what was decided. Throws `not-found` (also for everyone but administrators), `forbidden` for what
 * they opened themselves, `invalid` without a remark when it wasn't, `invalid-transition`.
 */
export async function reviewEmergencyAccess(
  actor: Actor,
  { id, verdict, remark }: z.output<typeof reviewInput>,
): Promise<Review> {
  if (!canReview(actor)) throw notFound();
  if (verdict === "NOT_JUSTIFIED" && remark === undefined)
    throw new AppError("invalid", undefined, { fields: [{ path: "remark", message: "Say why it wasn't justified" }] });
  await inTransaction(actor, async (tx) => {
    const row = await requireReviewable(tx, actor, id);
    const { count } = await tx.emergencyAccess.updateMany({
      where: { id, verdict: null },
      data: { verdict, reviewedAt: new Date(), reviewedById: actor.userId },
    });
    if (count === 0) throw new AppError("invalid-transition", "This was reviewed already.");
    if (remark !== undefined) await tx.emergencyText.update({ where: { accessId: id }, data: { remark } });
    const { patientId, doctorId } = row;
    const audit = {
      action: "emergency-access.review",
      subject: "emergency-access",
      subjectId: id,
      patientId,
      doctorId,
    };
    await recordChange(tx, actor, { ...audit, details: { verdict } }, [
      emergencyEvent("emergency-access.reviewed", row),
    ]);
  });
  return getReview(actor, id);
}
