import type { Actor } from "@/lib/actor/actor";
import type { Page } from "@/lib/platform/input/page";
import type { DataExportRow } from "./queries";
import type { DataExportOutput } from "./schema";

const at = (instant: Date | null) => instant?.toISOString() ?? null;

/** Returns the wire format of an export. */
export function toOutput(actor: Actor, row: DataExportRow): DataExportOutput {
  const { hospitalId: _, requestedByUserId, requestedBy, byteCount, ...rest } = row;
  return {
    ...rest,
    byteCount: Number(byteCount),
    requestedBy: requestedBy.name,
    isOwn: requestedByUserId === actor.userId,
    fromAt: at(row.fromAt),
    toAt: at(row.toAt),
    createdAt: row.createdAt.toISOString(),
    startedAt: at(row.startedAt),
    finishedAt: at(row.finishedAt),
    expiresAt: at(row.expiresAt),
    downloadedAt: at(row.downloadedAt),
  };
}

/** The same for a page of them. */
export function toPage(actor: Actor, page: Page<DataExportRow>): Page<DataExportOutput> {
  return { ...page, items: page.items.map((row) => toOutput(actor, row)) };
}
