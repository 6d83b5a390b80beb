import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { canSeeGrants } from "../policy";
import { rightToShare } from "../statements";

/** What is shared of one record is decided one after the other. */
export const sharingLock = (patientId: string) => `sharing:${patientId}`;

/**
 * Returns whether what the actor shares of this record ends with the patient's majority: what parents give does. Throws
 * `not-found` for those who don't read the record, `forbidden` for those without the whole right.
 */
export async function requireRight(tx: Tx, actor: Actor, patientId: string): Promise<{ untilMajority: boolean }> {
  const [right] = await rightToShare(tx, actor.userId, patientId);
  if (right) return { untilMajority: right.relation !== "SELF" && !right.isOfAge };
  if (!canSeeGrants(actor, patientId)) throw notFound();
  throw new AppError("forbidden", "Only the patient, or someone who does everything for them, can do this.");
}
