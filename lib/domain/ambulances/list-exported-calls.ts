import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { NEWEST_FIRST, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { toCallOutput } from "./output";
import { visibleTo } from "./policy";
import { callSelect } from "./queries";
import type { ExportedCall } from "./schema";

/** Returns a page of the ambulance calls for a patient, for the export of their record, newest first. */
export async function listExportedCalls(
  actor: Actor,
  patientId: string,
  query: PageQuery,
): Promise<Page<ExportedCall>> {
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const where = { AND: [{ patientId }, visibleTo(actor), beyond] };
  const { items, nextCursor } = pageOf(
    await db.ambulanceBooking.findMany({ where, orderBy, take, select: callSelect }),
  );
  return {
    nextCursor,
    items: items.map((row) => ({ ...toCallOutput(row, actor), hospitalName: row.hospital?.name ?? null })),
  };
}
