import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { fingerprintOf } from "@/lib/platform/encryption/fingerprint";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { acceptFile } from "@/lib/platform/files/accept-file";
import { claimFile, storeFile } from "@/lib/platform/files/stored-files";
import { shiftDate } from "@/lib/platform/time/local-date";
import { leaveTrace } from "./internal/leave-trace";
import { toDocumentOutput } from "./output";
import { canKeepFor } from "./policy";
import { documentSelect } from "./queries";
import type { AddDocumentInput, DocumentOutput } from "./schema";
import { MOST_DOCUMENTS } from "./status";

/**
 * Adds a document to a patient's record. Throws `not-found`, `already-exists` for the same file again, `conflict` when
 * there are too many, `invalid` for what isn't kept, `unavailable` when it can't be stored.
 */
export async function addDocument(
  actor: Actor,
  { patientId, file, ...said }: AddDocumentInput,
): Promise<DocumentOutput> {
  if (!canKeepFor(actor, patientId)) throw notFound();
  requirePast(said.datedOn);
  const sent = new Uint8Array(await file.arrayBuffer());
  const fingerprint = fingerprintOf(sent, `patient:${patientId}`);
  // Asked before anything is stored, and again when it is: storing takes a while.
  await inTransaction(actor, (tx) => requireNew(tx, patientId, fingerprint));
  const { type, bytes } = await acceptFile(sent);
  const fileId = await storeFile(bytes);
  const content = { fileId, type, size: bytes.length, fingerprint, addedById: actor.userId };
  const data = { patientId, ...content, title: said.title, kind: said.kind, datedOn: new Date(said.datedOn) };
  const add = async (tx: Tx) => {
    await requireNew(tx, patientId, fingerprint);
    await claimFile(tx, fileId);
    const row = await tx.patientDocument.create({ data, select: documentSelect });
    await leaveTrace(tx, actor, "add", row);
    return row;
  };
  return toDocumentOutput(await inTransaction(actor, add, { locks: [`documents:${patientId}`] }));
}

/** Somewhere it is tomorrow already. */
function requirePast(datedOn: string): void {
  if (datedOn <= shiftDate(new Date().toISOString().slice(0, 10), 1)) return;
  const message = "This date is in the future. Enter the date on the document.";
  throw new AppError("invalid", message, { fields: [{ path: "datedOn", message }] });
}

async function requireNew(tx: Tx, patientId: string, fingerprint: string): Promise<void> {
  if ((await tx.patientDocument.count({ where: { patientId, fingerprint } })) > 0) {
    const message = "This file is among the documents already.";
    throw new AppError("already-exists", message, { fields: [{ path: "file", message }] });
  }
  if ((await tx.patientDocument.count({ where: { patientId } })) >= MOST_DOCUMENTS)
    throw new AppError("conflict", `At most ${MOST_DOCUMENTS} documents can be kept. Delete one first.`);
}
