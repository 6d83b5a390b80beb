import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { claimFile, storeFile } from "@/lib/platform/files/stored-files";
import { dataExportEvent } from "../events";

/** One that someone has cancelled, or that another worker writes as well and was faster. */
export class ExportTaken extends Error {}

export type Part = { number: number; bytes: Buffer; rowCount: number; after: string[] | null };
type Written = { id: string; hospitalId: string | null };

/**
 * Stores one part of an export and notes how far it has got, in one transaction: after a crash it goes on behind it. Of two
 * workers that write the same part, one throws `ExportTaken`; its bytes are swept away.
 */
export async function writePart(of: Written, part: Part, tellsOfIt: boolean): Promise<void> {
  const { number, bytes, rowCount, after } = part;
  const fileId = await storeFile(bytes);
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const { count } = await tx.dataExport.updateMany({
      where: { id: of.id, status: "RUNNING", partCount: number },
      data: {
        partCount: { increment: 1 },
        rowCount: { increment: rowCount },
        byteCount: { increment: bytes.length },
        cursor: JSON.stringify(after),
      },
    });
    if (count === 0) throw new ExportTaken();
    await claimFile(tx, fileId);
    await tx.dataExportPart.create({ data: { exportId: of.id, number, fileId, byteCount: bytes.length } });
    if (tellsOfIt) await recordChange(tx, SYSTEM_ACTOR, null, [dataExportEvent("data-export.progressed", of)]);
  });
}
