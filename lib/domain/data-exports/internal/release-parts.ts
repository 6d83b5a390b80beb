import type { Tx } from "@/lib/platform/db/db";
import { releaseFile } from "@/lib/platform/files/stored-files";

/** Gives up what has been written of exports; the sweep removes the bytes. */
export async function releaseParts(tx: Tx, exportIds: string[]): Promise<void> {
  const where = { exportId: { in: exportIds } };
  const parts = await tx.dataExportPart.findMany({ where, select: { fileId: true } });
  await tx.dataExportPart.deleteMany({ where });
  for (const { fileId } of parts) await releaseFile(tx, fileId);
}
