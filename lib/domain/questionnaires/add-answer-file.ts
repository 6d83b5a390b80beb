import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { fingerprintOf } from "@/lib/platform/encryption/fingerprint";
import { AppError } from "@/lib/platform/errors/app-error";
import { acceptFile } from "@/lib/platform/files/accept-file";
import { claimFile, storeFile } from "@/lib/platform/files/stored-files";
import { cleanFileName } from "@/lib/platform/input/file";
import { answerFileSelect } from "./internal/answer-files";
import { leaveTrace } from "./internal/leave-trace";
import { requireAnswerable } from "./internal/save-draft";
import type { AddAnswerFileInput, AnswerFile } from "./schema";
import { MOST_FILES_IN_ALL } from "./status";

/**
 * Stores a file as part of the answer to a question; the same file again is no second one. Saving the answers with its ID
 * makes it an answer. Throws as `writeAnswers`, `invalid` for what isn't kept, is one too many or answers no such question, and
 * `unavailable` when it can't be stored.
 */
export async function addAnswerFile(actor: Actor, input: AddAnswerFileInput): Promise<AnswerFile> {
  const { appointmentId, question, file } = input;
  const sent = new Uint8Array(await file.arrayBuffer());
  const fingerprint = fingerprintOf(sent, `visit:${appointmentId}`);
  // Asked before anything is stored, and again when it is: storing takes a while.
  const before = await inTransaction(actor, (tx) => readRoom(tx, actor, input, fingerprint));
  if (before.same) return before.same;
  const { type, bytes } = await acceptFile(sent);
  const fileId = await storeFile(bytes);
  const stored = { fileId, name: cleanFileName(file.name, type), type, size: bytes.length, fingerprint };
  const add = async (tx: Tx) => {
    const { same, visit } = await readRoom(tx, actor, input, fingerprint);
    if (same) return same;
    await claimFile(tx, fileId);
    const data = { appointmentId, question, ...stored };
    const row = await tx.answerFile.create({ data, select: answerFileSelect });
    await leaveTrace(tx, actor, visit, "answers.add-file");
    return row;
  };
  return inTransaction(actor, add, { locks: [`answer-files:${appointmentId}`] });
}

/** Returns the visit, and the same file if it is there already. */
async function readRoom(tx: Tx, actor: Actor, { appointmentId, question }: AddAnswerFileInput, fingerprint: string) {
  const { visit, questions } = await requireAnswerable(tx, actor, appointmentId);
  if (!questions.some(({ key, kind }) => key === question && kind === "FILE"))
    throw refusal("question", "No file is asked for here.");
  const where = { appointmentId, question, fingerprint };
  const same = await tx.answerFile.findFirst({ where, select: answerFileSelect });
  if (!same && (await tx.answerFile.count({ where: { appointmentId } })) >= MOST_FILES_IN_ALL)
    throw refusal("file", `At most ${MOST_FILES_IN_ALL} files can be sent before a visit.`);
  return { visit, same };
}

const refusal = (path: string, message: string) => new AppError("invalid", message, { fields: [{ path, message }] });
