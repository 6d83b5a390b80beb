import type { Actor } from "@/lib/actor/actor";
import type { Page, PageQuery } from "@/lib/platform/input/page";
import { toOutput } from "./output";
import { listAppointmentCards } from "./queries";
import type { ExportedAppointment } from "./schema";

/** Returns a page of a patient's appointments for the export of their record, oldest first; without holds. */
export async function listExportedAppointments(
  actor: Actor,
  patientId: string,
  query: PageQuery,
): Promise<Page<ExportedAppointment>> {
  const { items, nextCursor } = await listAppointmentCards(actor, { patientIds: [patientId] }, query);
  return {
    nextCursor,
    items: items.map((row) => ({
      ...toOutput(row),
      doctorName: row.doctor.name,
      placeName: row.hospital?.name ?? row.doctor.practiceName,
      serviceName: row.service?.name ?? null,
    })),
  };
}
