import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { Prisma } from "@/lib/platform/db/db";
import { NEWEST_FIRST, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { instantText } from "@/lib/platform/time/iso-text";
import { decryptNote } from "./decrypt-texts";
import { toEncounterOutput } from "./output";
import { visibleTo } from "./policy";
import { encounterSelect } from "./queries";
import type { ExportedNote } from "./schema";

const exportSelect = {
  ...encounterSelect,
  createdAt: true,
  doctor: { select: { name: true } },
  document: { select: { issuedAt: true, withdrawnAt: true, withdrawnReason: true } },
} satisfies Prisma.EncounterSelect;

/**
 * Returns a page of a patient's signed notes with all their parts, for the export of their record, newest first. The export as a
 * whole is in the audit trail, not each note.
 */
export async function listExportedNotes(
  actor: Actor,
  patientId: string,
  query: PageQuery,
): Promise<Page<ExportedNote>> {
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const where: Prisma.EncounterWhereInput = { AND: [{ patientId, status: "SIGNED" }, visibleTo(actor), beyond] };
  const rows = await inTransaction(actor, async (tx) => {
    const stored = await tx.encounter.findMany({ where, orderBy, take, select: exportSelect });
    return Promise.all(stored.map((row) => decryptNote(tx, row)));
  });
  const { items, nextCursor } = pageOf(rows);
  return {
    nextCursor,
    items: items.map((row) => ({
      ...toEncounterOutput(row),
      doctorName: row.doctor.name,
      prescription: row.document && {
        issuedAt: instantText(row.document.issuedAt),
        withdrawn: row.document.withdrawnAt && {
          at: instantText(row.document.withdrawnAt),
          reason: row.document.withdrawnReason,
        },
      },
    })),
  };
}
