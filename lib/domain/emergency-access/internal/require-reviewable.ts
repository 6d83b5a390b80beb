import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { canReview } from "../policy";

/** An access that the acting administrator may decide on. Throws `not-found`, `forbidden` for what they opened themselves. */
export async function requireReviewable(tx: Tx, actor: Actor, id: string) {
  const select = { id: true, patientId: true, doctorId: true } as const;
  const row = canReview(actor) && (await tx.emergencyAccess.findUnique({ where: { id }, select }));
  if (!row) throw notFound();
  if (!canReview(actor, row)) throw new AppError("forbidden", "Another administrator has to do this.");
  return row;
}
