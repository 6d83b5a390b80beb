import type { Actor } from "@/lib/actor/actor";
import { listSignedNotes } from "@/lib/domain/records/queries";
import { notFound } from "@/lib/platform/errors/app-error";
import { instantText } from "@/lib/platform/time/iso-text";
import { canShare } from "./policy";
import { MAX_VISITS } from "./rules";

/** A visit whose note a link can open. */
export type LinkVisit = { id: string; start: string; timeZone: string; doctorName: string };

/** Returns the latest visits whose notes a link can open one by one; logged like every list of notes. Throws `not-found`. */
export async function listLinkVisits(actor: Actor, { patientId }: { patientId: string }): Promise<LinkVisit[]> {
  if (!canShare(actor, patientId)) throw notFound();
  const { items } = await listSignedNotes(actor, { patientIds: [patientId] }, { limit: MAX_VISITS });
  return items.map(({ id, startsAt, doctor, hospital }) => ({
    id,
    start: instantText(startsAt),
    timeZone: hospital?.timeZone ?? doctor.timeZone,
    doctorName: doctor.name,
  }));
}
