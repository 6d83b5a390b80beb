import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { openFile } from "@/lib/platform/files/stored-files";
import { cleanFileName, type FileType } from "@/lib/platform/input/file";
import { visibleTo } from "./policy";

/** Opens a patient's document, for those who read the record; every opening is logged. Throws `not-found`. */
export async function openDocument(actor: Actor, id: string) {
  const { fileId, title, type, size } = await inTransaction(actor, async (tx) => {
    const row = await tx.patientDocument.findFirst({
      where: { id, ...visibleTo(actor) },
      select: { patientId: true, fileId: true, title: true, type: true, size: true },
    });
    if (!row) throw notFound();
    const audit = { action: "document.open", subject: "document", subjectId: id, patientId: row.patientId };
    await recordChange(tx, actor, audit);
    return row;
  });
  return { name: cleanFileName(title, type as FileType), type, size, content: await openFile(fileId) };
}
