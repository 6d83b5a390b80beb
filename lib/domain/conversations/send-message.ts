import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { encryptTexts } from "@/lib/domain/records/encrypt-texts";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { acceptFile } from "@/lib/platform/files/accept-file";
import { claimFile, storeFile } from "@/lib/platform/files/stored-files";
import { cleanFileName } from "@/lib/platform/input/file";
import { messageSent } from "./events";
import { messageSelect, readMessages } from "./internal/messages";
import { leaveTrace, requireVisit } from "./internal/visit";
import { canWrite } from "./policy";
import { openUntil } from "./rules";
import type { MessageOutput, SendMessageInput } from "./schema";
import { patientReachable } from "./statements";
import { isPatientSide, MOST_FILES, MOST_PER_HOUR, type Side } from "./status";

const HOUR_MS = 3_600_000;

type StoredFile = { fileId: string; fileName: string; fileType: string; fileSize: number };

/**
 * Sends a message about a visit to the other side, perhaps with a file; the same `requestKey` again answers the message that was
 * stored. Throws `not-found`, `forbidden` for those who only read, `invalid-transition` once messages are closed, `conflict`
 * when no one on the patient's side could read it, `rate-limited`, `invalid` for a file that isn't kept, and `unavailable`.
 */
export async function sendMessage(actor: Actor, input: SendMessageInput): Promise<MessageOutput> {
  // Asked before anything is stored, and again when it is: storing takes a while.
  const before = await inTransaction(actor, (tx) => readRoom(tx, actor, input));
  if (before.same) return before.same;
  const file = input.file ? await keepFile(input.file) : null;
  const send = async (tx: Tx) => {
    const { same, visit, side } = await readRoom(tx, actor, input);
    if (same) return same;
    if (file) await claimFile(tx, file.fileId);
    const { appointmentId, text, requestKey = null } = input;
    const own = { id: uuidv7(), appointmentId, side, authorId: actor.userId ?? "", requestKey, text, ...file };
    const [data] = await encryptTexts(tx, "Communication", [own]);
    const row = await tx.communication.create({ data: data!, select: messageSelect });
    await leaveTrace(tx, actor, visit, "conversation.send", [messageSent(visit, side)]);
    return first(await readMessages(tx, [row], { userId: actor.userId, side }));
  };
  return inTransaction(actor, send, { locks: [`conversation:${input.appointmentId}`] });
}

async function keepFile(file: File): Promise<StoredFile> {
  const { type, bytes } = await acceptFile(new Uint8Array(await file.arrayBuffer()));
  const fileId = await storeFile(bytes);
  return { fileId, fileName: cleanFileName(file.name, type), fileType: type, fileSize: bytes.length };
}

/** Returns the visit, the actor's side, and the same message if it was stored already. */
async function readRoom(tx: Tx, actor: Actor, { appointmentId, requestKey, file }: SendMessageInput) {
  const { visit, side } = await requireVisit(tx, actor, appointmentId);
  if (!canWrite(actor, visit)) throw new AppError("forbidden", "You can read these messages, but not write.");
  const where = { appointmentId, authorId: actor.userId ?? "", requestKey: requestKey ?? "" };
  const rows = requestKey ? await tx.communication.findMany({ where, select: messageSelect }) : [];
  const [same] = await readMessages(tx, rows, { userId: actor.userId, side });
  if (same) return { visit, side, same };
  if (openUntil(visit, new Date()) === null)
    throw new AppError("invalid-transition", "Messages about this appointment are closed. Call the practice instead.");
  await requireReader(tx, visit.patientId, side);
  await requireFew(tx, appointmentId, side, file !== undefined);
  return { visit, side, same: null };
}

async function requireReader(tx: Tx, patientId: string, side: Side): Promise<void> {
  if (isPatientSide(side)) return;
  const [reach] = await patientReachable(tx, patientId);
  if (!reach?.isReachable)
    throw new AppError("conflict", "This patient has no account to read messages with. Call them instead.");
}

async function requireFew(tx: Tx, appointmentId: string, side: Side, hasFile: boolean): Promise<void> {
  const sides = isPatientSide(side) ? (["PATIENT", "PROXY"] as const) : (["DOCTOR", "DESK"] as const);
  const since = new Date(Date.now() - HOUR_MS);
  const sent = { appointmentId, side: { in: [...sides] }, sentAt: { gt: since } };
  if ((await tx.communication.count({ where: sent })) >= MOST_PER_HOUR)
    throw new AppError(
      "rate-limited",
      `At most ${MOST_PER_HOUR} messages can be sent within an hour. Try again later.`,
      {
        retryAfterSeconds: HOUR_MS / 1000,
      },
    );
  if (!hasFile || (await tx.communication.count({ where: { appointmentId, fileId: { not: null } } })) < MOST_FILES)
    return;
  const message = `At most ${MOST_FILES} files can be sent about a visit.`;
  throw new AppError("invalid", message, { fields: [{ path: "file", message }] });
}

function first<T>([one]: T[]): T {
  if (!one) throw notFound();
  return one;
}
