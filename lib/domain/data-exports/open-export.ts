import type { Actor } from "@/lib/actor/actor";
import { findActor } from "@/lib/actor/find-actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { openFile } from "@/lib/platform/files/stored-files";
import { fileNameOf } from "./format";
import { canExport, ownOf } from "./policy";

type Opened = { name: string; type: string; size: number; pieces: AsyncGenerator<Uint8Array> };

/**
 * Opens a finished export for the person who asked for it, as long as they may have it and it hasn't expired; each time is an
 * entry in the audit trail. When the right ends meanwhile, so does the download, by throwing. Throws `not-found`.
 */
export async function openExport(actor: Actor, id: string, now: Date = new Date()): Promise<Opened> {
  const { row, fileIds } = await inTransaction(actor, async (tx) => {
    const row = await tx.dataExport.findFirst({
      where: { AND: [{ id, status: "READY", expiresAt: { gt: now } }, ownOf(actor)] },
      select: { hospitalId: true, kind: true, format: true, byteCount: true, rowCount: true, createdAt: true },
    });
    if (!row) throw notFound();
    const parts = await tx.dataExportPart.findMany({
      where: { exportId: id },
      orderBy: { number: "asc" },
      select: { fileId: true },
    });
    await tx.dataExport.update({ where: { id }, data: { downloadedAt: now } });
    const { hospitalId, kind, rowCount: rows } = row;
    const audit = { action: "data-export.download", subject: "data-export", subjectId: id, hospitalId };
    await recordChange(tx, actor, { ...audit, details: { kind, rows } });
    return { row, fileIds: parts.map(({ fileId }) => fileId) };
  });
  const type = row.format === "CSV" ? "text/csv; charset=utf-8" : "application/x-ndjson";
  return { name: fileNameOf(row), type, size: Number(row.byteCount), pieces: piecesOf(actor, row, fileIds) };
}

async function* piecesOf(
  { userId }: Actor,
  { hospitalId }: { hospitalId: string | null },
  fileIds: string[],
): AsyncGenerator<Uint8Array> {
  for (const fileId of fileIds) {
    const found = userId ? await findActor(userId, "session") : null;
    if (!found || !canExport(found.actor, hospitalId)) throw notFound();
    yield* (await openFile(fileId)) as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>;
  }
}
