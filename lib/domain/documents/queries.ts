import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordLook } from "@/lib/domain/patients/record-look";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { readableBy, visibleTo } from "./policy";

export const documentSelect = {
  id: true,
  patientId: true,
  title: true,
  kind: true,
  datedOn: true,
  type: true,
  size: true,
  createdAt: true,
} satisfies Prisma.PatientDocumentSelect;

export type DocumentRow = Prisma.PatientDocumentGetPayload<{ select: typeof documentSelect }>;

const LATEST_FIRST = { column: "datedOn", direction: "desc", keys: ["d", "i"], value: z.iso.datetime() } as const;

/**
 * Returns the documents of these patients, the latest first, without their content. Each page is logged as a look at the
 * record of each patient. Throws `not-found` when the actor doesn't read one of them.
 */
export function listDocuments(actor: Actor, patientIds: string[], page: PageQuery): Promise<Page<DocumentRow>> {
  return inTransaction(actor, async (tx) => {
    const found = await listDocumentsIn(tx, actor, patientIds, page);
    for (const patientId of patientIds) await recordLook(tx, actor, "document.list", patientId);
    return found;
  });
}

/** Does the same in a transaction that logs what it is part of. */
export async function listDocumentsIn(
  tx: Tx,
  actor: Actor,
  patientIds: string[],
  page: PageQuery,
): Promise<Page<DocumentRow>> {
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, LATEST_FIRST);
  const readable = { AND: [{ id: { in: patientIds } }, readableBy(actor)] };
  if ((await tx.patient.count({ where: readable })) < patientIds.length) throw notFound();
  const rows = await tx.patientDocument.findMany({
    where: { AND: [{ patientId: { in: patientIds } }, visibleTo(actor), beyond] },
    orderBy,
    take,
    select: documentSelect,
  });
  return pageOf(rows);
}
