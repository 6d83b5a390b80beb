import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { emergencyEvent } from "./events";
import { requireReviewable } from "./internal/require-reviewable";
import { getReview } from "./queries";
import type { Review } from "./schema";
import { toldOf } from "./statements";

/**
 * Notes that a patient without an account was told of an emergency access by letter or phone, with who did it and when.
 * Repeating it is fine. Throws `not-found` (also for everyone but administrators), `forbidden` for what they opened
 * themselves, `invalid-transition` where an account was notified.
 */
export async function notePatientTold(actor: Actor, { id }: { id: string }): Promise<Review> {
  await inTransaction(actor, async (tx) => {
    const row = await requireReviewable(tx, actor, id);
    const [told] = await toldOf(tx, [id]);
    if (told?.isReachable) throw new AppError("invalid-transition", "They have an account and were notified there.");
    const { count } = await tx.emergencyAccess.updateMany({
      where: { id, toldAt: null },
      data: { toldAt: new Date(), toldById: actor.userId },
    });
    if (count === 0) return;
    const { patientId, doctorId } = row;
    const audit = { action: "emergency-access.told", subject: "emergency-access", subjectId: id, patientId, doctorId };
    await recordChange(tx, actor, audit, [emergencyEvent("emergency-access.told", row)]);
  });
  return getReview(actor, id);
}
