import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { listExportedCalls } from "@/lib/domain/ambulances/list-exported-calls";
import { listExportedAppointments } from "@/lib/domain/appointments/list-exported-appointments";
import { listAccessesTo } from "@/lib/domain/audit/queries";
import { listAllergies, listConditions } from "@/lib/domain/background/queries";
import { listExportedStays } from "@/lib/domain/beds/list-exported-stays";
import { listExportedConversations } from "@/lib/domain/conversations/list-exported-conversations";
import { listExportedDocuments } from "@/lib/domain/documents/list-exported-documents";
import { listEmergenciesOf } from "@/lib/domain/emergency-access/queries";
import { listAccess } from "@/lib/domain/family/list-access";
import { recordLook } from "@/lib/domain/patients/record-look";
import { listExportedAnswers } from "@/lib/domain/questionnaires/list-exported-answers";
import { listExportedRegistrations } from "@/lib/domain/registrations/list-exported-registrations";
import { listExportedRecalls } from "@/lib/domain/recalls/list-exported-recalls";
import { listExportedNotes } from "@/lib/domain/records/list-exported-notes";
import { listLinks } from "@/lib/domain/sharing/list-links";
import { listGrants } from "@/lib/domain/sharing/queries";
import { listExportedEntries } from "@/lib/domain/waitlist/list-exported-entries";
import { notFound } from "@/lib/platform/errors/app-error";
import { sql } from "@/lib/platform/db/sql";
import type { Page, PageQuery } from "@/lib/platform/input/page";
import { instantText } from "@/lib/platform/time/iso-text";
import { canExport } from "./policy";
import { EXPORT_PAGE, LOG_PAGE } from "./rules";
import { EXPORT_VERSION, type RecordExport } from "./schema";
import { wholeRight } from "./statements";

type List = (query: PageQuery) => Promise<Page<unknown>>;

/**
 * Starts the download of everything of a patient: one entry in the audit trail, then the JSON document piece by piece, a page of a
 * list at a time, so that the longest record takes no more memory than a short one. Throws `not-found` unless the actor has the whole right to the record; when that ends meanwhile, the pieces do too, by throwing.
 */
export async function exportRecord(actor: Actor, patientId: string, now: Date): Promise<AsyncGenerator<string>> {
  if (!canExport(actor, patientId)) throw notFound();
  const row = await inTransaction(actor, async (tx) => {
    await recordLook(tx, actor, "encounter.export", patientId);
    return tx.patient.findUniqueOrThrow({
      where: { id: patientId },
      select: { id: true, name: true, bornOn: true, phone: true, createdAt: true },
    });
  });
  const { bornOn, createdAt, ...patient } = row;
  return piecesOf(actor, {
    format: "caresync-record",
    version: EXPORT_VERSION,
    exportedAt: instantText(now),
    patient: { ...patient, bornOn: bornOn?.toISOString().slice(0, 10) ?? null, createdAt: instantText(createdAt) },
  });
}

type Head = Pick<RecordExport, "format" | "version" | "exportedAt" | "patient">;

async function* piecesOf(actor: Actor, head: Head): AsyncGenerator<string> {
  const { id } = head.patient;
  yield JSON.stringify(head).slice(0, -1);
  const lists: Partial<Record<keyof RecordExport, List>> = {
    familyAccesses: (query) => listAccess(actor, id, query),
    sharing: (query) => listGrants(actor, id, query),
    links: (query) => listLinks(actor, id, query),
    emergencies: (query) => listEmergenciesOf(actor, id, query),
    appointments: (query) => listExportedAppointments(actor, id, query),
    waitlist: (query) => listExportedEntries(actor, id, query),
    recalls: (query) => listExportedRecalls(actor, id, query),
    stays: (query) => listExportedStays(actor, id, query),
    ambulanceCalls: (query) => listExportedCalls(actor, id, query),
    registrations: (query) => listExportedRegistrations(actor, id, query),
    visits: (query) => listExportedNotes(actor, id, query),
    documents: (query) => listExportedDocuments(actor, id, query),
    answers: (query) => listExportedAnswers(actor, id, query),
    conversations: (query) => listExportedConversations(actor, id, query),
  };
  for (const [name, list] of Object.entries(lists)) yield* listPieces(actor, id, name, list);
  await requireRight(actor, id);
  yield `,"allergies":${JSON.stringify(await listAllergies(actor, id))}`;
  yield `,"conditions":${JSON.stringify(await listConditions(actor, id))}`;
  yield* listPieces(actor, id, "accessLog", (query) => listAccessesTo(actor, id, { ...query, limit: LOG_PAGE }));
  yield `,"complete":true}`;
}

async function* listPieces(actor: Actor, patientId: string, name: string, list: List): AsyncGenerator<string> {
  yield `,"${name}":[`;
  let cursor: string | undefined;
  let separator = "";
  do {
    // Row-level security would leave out what may no longer be read, and the file would look whole.
    await requireRight(actor, patientId);
    const page: Page<unknown> = await list({ limit: EXPORT_PAGE, cursor });
    if (page.items.length > 0) yield separator + page.items.map((item) => JSON.stringify(item)).join(",");
    separator = ",";
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  yield "]";
}

async function requireRight(actor: Actor, patientId: string): Promise<void> {
  const [row] = await wholeRight(sql, actor.userId, patientId);
  if (!row?.holds) throw notFound();
}
