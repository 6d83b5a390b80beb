import { visiblePatientIds, type Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { NEWEST_FIRST, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { registrationSelect, toOutput } from "./internal/output";
import type { ExportedRegistration } from "./schema";

/** Returns a page of the hospitals where a patient is registered, for the export of their record, newest first. */
export async function listExportedRegistrations(
  actor: Actor,
  patientId: string,
  query: PageQuery,
): Promise<Page<ExportedRegistration>> {
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const where = { AND: [{ patientId }, { patientId: { in: visiblePatientIds(actor) } }, beyond] };
  const select = { ...registrationSelect, hospital: { select: { name: true } } };
  const { items, nextCursor } = pageOf(await db.registration.findMany({ where, orderBy, take, select }));
  return {
    nextCursor,
    items: items.map(({ hospital, ...row }) => {
      const { patient: _, version: __, ...rest } = toOutput(row);
      return { ...rest, hospitalName: hospital.name };
    }),
  };
}
