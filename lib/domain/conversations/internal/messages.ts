import { decryptTexts } from "@/lib/domain/records/decrypt-texts";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { instantText } from "@/lib/platform/time/iso-text";
import type { MessageOutput } from "../schema";
import { isPatientSide, type Side } from "../status";

export const messageSelect = {
  id: true,
  encryptedText: true,
  plainText: true,
  number: true,
  side: true,
  authorId: true,
  fileType: true,
  fileSize: true,
  sentAt: true,
  author: { select: { name: true, doctor: { select: { name: true } } } },
} satisfies Prisma.CommunicationSelect;
type Row = Prisma.CommunicationGetPayload<{ select: typeof messageSelect }>;
type Reader = { userId: string | null; side: Side };

/** Returns messages with their texts, as this reader sees them. Throws as `decryptTexts` does. */
export async function readMessages(tx: Tx, rows: readonly Row[], reader: Reader): Promise<MessageOutput[]> {
  const read = await decryptTexts(tx, "Communication", rows);
  return read.map(({ id, number, side, authorId, fileType, fileSize, sentAt, text, fileName, author }) => ({
    id,
    number,
    side,
    name: nameFor(reader.side, side, author),
    isOwn: authorId === reader.userId,
    text,
    file: fileType === null ? null : { name: fileName, type: fileType, size: fileSize ?? 0 },
    sentAt: instantText(sentAt),
  }));
}

/** Who at the desk writes is the hospital's business, who acts for the patient the family's. */
function nameFor(reader: Side, side: Side, { name, doctor }: Row["author"]): string | null {
  if (side === "DOCTOR") return doctor?.name ?? name;
  return side !== "PATIENT" && isPatientSide(reader) !== isPatientSide(side) ? null : name;
}
