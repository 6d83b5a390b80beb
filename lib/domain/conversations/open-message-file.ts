import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { decryptTexts } from "@/lib/domain/records/decrypt-texts";
import { notFound } from "@/lib/platform/errors/app-error";
import { openFile } from "@/lib/platform/files/stored-files";
import { leaveTrace, requireVisit } from "./internal/visit";

const fileSelect = {
  id: true,
  encryptedText: true,
  plainText: true,
  appointmentId: true,
  fileId: true,
  fileType: true,
  fileSize: true,
} as const;

/** Opens the file of a message, for those who read it. Every opening is logged. Throws `not-found`. */
export async function openMessageFile(actor: Actor, id: string) {
  const { fileId, ...file } = await inTransaction(actor, async (tx) => {
    const row = await tx.communication.findUnique({ where: { id }, select: fileSelect });
    if (!row?.fileId) throw notFound();
    const { visit } = await requireVisit(tx, actor, row.appointmentId);
    const [read] = await decryptTexts(tx, "Communication", [row]);
    await leaveTrace(tx, actor, visit, "conversation.open-file");
    return { fileId: row.fileId, name: read?.fileName ?? "", type: row.fileType ?? "", size: row.fileSize ?? 0 };
  });
  return { ...file, content: await openFile(fileId) };
}
