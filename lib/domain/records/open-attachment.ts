import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { openFile } from "@/lib/platform/files/stored-files";
import { visibleTo } from "./policy";

/** Opens a file of a visit's note, for those who may read the note; every opening is logged. Throws `not-found`. */
export async function openAttachment(actor: Actor, id: string) {
  const { fileId, ...file } = await inTransaction(actor, async (tx) => {
    const row = await tx.attachment.findFirst({
      where: { id, encounter: visibleTo(actor) },
      select: {
        fileId: true,
        name: true,
        type: true,
        size: true,
        patientId: true,
        encounter: { select: { doctorId: true } },
      },
    });
    if (!row) throw notFound();
    const { patientId, encounter, ...opened } = row;
    await recordChange(tx, actor, {
      action: "attachment.open",
      subject: "attachment",
      subjectId: id,
      patientId,
      doctorId: encounter.doctorId,
    });
    return opened;
  });
  return { ...file, content: await openFile(fileId) };
}
