import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { settleNotifications } from "@/lib/domain/notifications/settle-notifications";
import { conversationRead } from "./events";
import { requireVisit } from "./internal/visit";
import { moveReadMark } from "./statements";
import { isPatientSide } from "./status";

/**
 * Says that the actor has read the messages about a visit up to a number, which both sides see at once; their notifications about
 * them are read with it, at a desk those of all. Repeating it is fine. Throws `not-found`.
 */
export function markConversationRead(
  actor: Actor,
  { appointmentId, upTo }: { appointmentId: string; upTo: number },
): Promise<{ upTo: number }> {
  return inTransaction(actor, async (tx) => {
    const { visit, side } = await requireVisit(tx, actor, appointmentId);
    const { userId } = actor;
    const state = await tx.conversation.findUnique({
      where: { appointmentId },
      select: { latest: true, latestFromPatient: true },
    });
    if (!state || userId === null) return { upTo: 0 };
    const read = Math.min(upTo, state.latest);
    const [moved] = await moveReadMark(tx, { appointmentId, userId, side, upTo: read });
    if (!moved) return { upTo: read };
    const settled = side === "DOCTOR" ? { isUnreadByDoctor: false } : { isUnreadByDesk: false };
    // A message that has come in meanwhile stays unread.
    if (!isPatientSide(side))
      await tx.conversation.updateMany({ where: { appointmentId, latestFromPatient: { lte: read } }, data: settled });
    const readers = side === "DESK" ? { hospitalId: visit.hospitalId } : { userId };
    const told = read >= state.latest ? await settleNotifications(tx, { groupId: appointmentId, ...readers }) : [];
    await recordChange(tx, actor, null, [conversationRead(visit), ...told]);
    return { upTo: read };
  });
}
