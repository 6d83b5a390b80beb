import type { Tx } from "@/lib/platform/db/db";
import { heldAccess } from "../statements";

type Sent = { patientId: string; relation: string; createdByUserId: string };

/**
 * Returns whether what an invitation gives ends with the majority, as all that parents give does; null when its sender
 * may no longer give it. A hand-over outlasts the birthday that ends the parent's access.
 */
export async function findSender(
  client: Tx,
  { patientId, relation, createdByUserId: userId }: Sent,
): Promise<{ untilMajority: boolean } | null> {
  if ((await client.user.count({ where: { id: userId, status: "ACTIVE" } })) === 0) return null;
  if (relation === "SELF") {
    const parents = await client.patientAccess.count({
      where: { userId, patientId, relation: "CHILD", scope: "ALL", expiresAt: null, patient: { mergedIntoId: null } },
    });
    return parents === 0 ? null : { untilMajority: false };
  }
  const [sender] = await heldAccess(client, userId, patientId);
  return sender?.canManage ? { untilMajority: sender.relation !== "SELF" } : null;
}
