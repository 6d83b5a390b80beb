import type { Actor } from "@/lib/actor/actor";
import type { Page, PageQuery } from "@/lib/platform/input/page";
import { toOutput } from "./output";
import { listStays } from "./queries";
import type { ExportedStay } from "./schema-export";

/** Returns a page of a patient's hospital stays for the export of their record, newest first. */
export async function listExportedStays(
  actor: Actor,
  patientId: string,
  query: PageQuery,
): Promise<Page<ExportedStay>> {
  const { items, nextCursor } = await listStays(actor, { patientId }, query);
  return {
    nextCursor,
    items: items.map((row) => ({
      ...toOutput(row),
      hospitalName: row.hospital.name,
      wardName: row.bed?.ward.name ?? null,
      bedLabel: row.bed?.label ?? null,
    })),
  };
}
