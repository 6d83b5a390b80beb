import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { sqlState } from "@/lib/platform/db/driver-error";
import { fingerprintOf } from "@/lib/platform/encryption/fingerprint";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { acceptFile } from "@/lib/platform/files/accept-file";
import { claimFile, storeFile } from "@/lib/platform/files/stored-files";
import { cleanFileName } from "@/lib/platform/input/file";
import { toAttachmentOutput } from "./output";
import { writableBy } from "./policy";
import { attachmentSelect } from "./queries";
import type { AddAttachmentInput, AttachmentOutput } from "./schema";
import { MAX_ATTACHMENTS } from "./status";

const CHECK_VIOLATION = "23514";

/**
 * Adds a file to the draft of a visit's note; the same file again is no second one. Throws `not-found`, `invalid-transition`
 * once signed, `invalid` for what isn't kept or is one too many, `unavailable` when it can't be stored.
 */
export async function addAttachment(
  actor: Actor,
  { appointmentId, file }: AddAttachmentInput,
): Promise<AttachmentOutput> {
  const sent = new Uint8Array(await file.arrayBuffer());
  const fingerprint = fingerprintOf(sent, `visit:${appointmentId}`);
  // Asked before anything is stored, and again when it is: storing takes a while.
  const before = await inTransaction(actor, (tx) => readRoom(tx, actor, appointmentId, fingerprint));
  if (before.same) return toAttachmentOutput(before.same);
  const { type, bytes } = await acceptFile(sent);
  const fileId = await storeFile(bytes);
  const data = { fileId, name: cleanFileName(file.name, type), type, size: bytes.length, fingerprint };
  const locks = [`attachments:${appointmentId}`];
  const add = () =>
    inTransaction(
      actor,
      async (tx) => {
        const { same, encounter } = await readRoom(tx, actor, appointmentId, fingerprint);
        if (same) return same;
        const { id: encounterId, patientId, doctorId } = encounter;
        await claimFile(tx, fileId);
        const row = await tx.attachment.create({ data: { encounterId, patientId, ...data }, select: attachmentSelect });
        const audit = { action: "attachment.add", subject: "attachment", subjectId: row.id, patientId, doctorId };
        await recordChange(tx, actor, audit);
        return row;
      },
      { locks },
    );
  // A signature between reading and writing has the database refuse the file: a second look says why.
  const added = await add().catch((error: unknown) => {
    if (sqlState(error) !== CHECK_VIOLATION) throw error;
    return add();
  });
  return toAttachmentOutput(added);
}

/** Returns the draft that a file can be added to, and the same file if the draft has it already. */
async function readRoom(tx: Tx, actor: Actor, appointmentId: string, fingerprint: string) {
  const encounter = await tx.encounter.findFirst({
    where: { appointmentId, ...writableBy(actor) },
    select: { id: true, patientId: true, doctorId: true, status: true },
  });
  if (!encounter) throw notFound();
  if (encounter.status === "SIGNED") throw new AppError("invalid-transition", "A signed note can't be changed.");
  const own = { encounterId: encounter.id };
  const same = await tx.attachment.findFirst({ where: { ...own, fingerprint }, select: attachmentSelect });
  if (!same && (await tx.attachment.count({ where: own })) >= MAX_ATTACHMENTS) {
    const message = `A note has at most ${MAX_ATTACHMENTS} files. Remove one first.`;
    throw new AppError("invalid", message, { fields: [{ path: "file", message }] });
  }
  return { encounter, same };
}
