import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { Page, PageQuery } from "@/lib/platform/input/page";
import { toDocumentOutput } from "./output";
import { listDocumentsIn } from "./queries";
import type { DocumentOutput } from "./schema";

/** Returns a patient's documents by title for the download of their record, which logs itself. Throws `not-found`. */
export async function listExportedDocuments(
  actor: Actor,
  patientId: string,
  query: PageQuery,
): Promise<Page<DocumentOutput>> {
  const page = await inTransaction(actor, (tx) => listDocumentsIn(tx, actor, [patientId], query));
  return { ...page, items: page.items.map(toDocumentOutput) };
}
