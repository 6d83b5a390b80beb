import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { uuid } from "@/lib/platform/input/text";
import { messageSelect, readMessages } from "./internal/messages";
import type { ExportedConversation } from "./schema";

/**
 * Returns a page of what was written about a patient's visits, for the export of their record. The export as a whole is in the
 * audit trail, not each conversation.
 */
export function listExportedConversations(
  actor: Actor,
  patientId: string,
  query: PageQuery,
): Promise<Page<ExportedConversation>> {
  const { after, take, pageBy } = startPage(query, z.strictObject({ i: uuid }));
  return inTransaction(actor, async (tx) => {
    const rows = await tx.conversation.findMany({
      where: { patientId, ...(after ? { appointmentId: { gt: after.i } } : {}) },
      orderBy: { appointmentId: "asc" },
      take,
      select: { appointmentId: true, messages: { orderBy: { number: "asc" }, select: messageSelect } },
    });
    const { items, nextCursor } = pageBy(rows, ({ appointmentId }) => ({ i: appointmentId }));
    const side = actor.ownPatientId === patientId ? "PATIENT" : "PROXY";
    const exported: ExportedConversation[] = [];
    for (const { appointmentId, messages } of items) {
      const read = await readMessages(tx, messages, { userId: actor.userId, side });
      exported.push({ appointmentId, messages: read.map(({ isOwn: _isOwn, ...message }) => message) });
    }
    return { nextCursor, items: exported };
  });
}
