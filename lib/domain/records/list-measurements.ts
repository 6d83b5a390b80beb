import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordLook } from "@/lib/domain/patients/record-look";
import type { Tx } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { instantText } from "@/lib/platform/time/iso-text";
import { visibleTo } from "./policy";
import { seriesOf, type MeasurementSeries } from "./rules-measurements";
import { linkedNotes } from "./statements";
import { VITAL_KINDS } from "./status";

/** The latest values of each kind that are shown. */
const LATEST = 200;

/**
 * Returns what was measured in a patient's signed notes the actor may read, each kind over time: its latest 200 values.
 * Logged as an access to the patient's record. Throws `not-found` for those who neither read the record, as a whole or by a link,
 * nor are doctors.
 */
export async function listMeasurements(actor: Actor, patientId: string): Promise<MeasurementSeries[]> {
  const isByLink = actor.openingId !== undefined;
  if (!actor.doctorId && !isByLink && !actor.readablePatientIds.includes(patientId)) throw notFound();
  return inTransaction(actor, async (tx) => {
    await recordLook(tx, actor, "observation.list", patientId);
    const found = await findLatest(tx, actor, patientId);
    const visits = await (isByLink ? linkedVisitsOf : visitsOf)(
      tx,
      found.map(({ encounterId }) => encounterId),
    );
    return seriesOf(
      found.flatMap(({ value, ...one }) => {
        const visit = visits.get(one.encounterId);
        return visit ? [{ ...one, ...visit, value: Number(value) }] : [];
      }),
    );
  });
}

/** One read of the index for each kind: notes have ids in the order in which they were begun. */
async function findLatest(tx: Tx, actor: Actor, patientId: string) {
  // By a link, the notes themselves aren't there: row-level security has the same condition.
  const ofNote =
    actor.openingId === undefined ? { encounter: { AND: [{ status: "SIGNED" as const }, visibleTo(actor)] } } : {};
  const found = [];
  for (const kind of VITAL_KINDS) {
    found.push(
      ...(await tx.observation.findMany({
        where: { patientId, kind, ...ofNote },
        select: { kind: true, value: true, unit: true, encounterId: true },
        orderBy: { encounterId: "desc" },
        take: LATEST,
      })),
    );
  }
  return found;
}

/** When the visits were, and in which zone. */
async function visitsOf(tx: Tx, encounterIds: string[]) {
  const rows = await tx.encounter.findMany({
    where: { id: { in: [...new Set(encounterIds)] } },
    select: {
      id: true,
      doctor: { select: { timeZone: true } },
      appointment: { select: { startsAt: true, hospital: { select: { timeZone: true } } } },
    },
  });
  return new Map(
    rows.map(({ id, doctor, appointment: { startsAt, hospital } }) => [
      id,
      { at: instantText(startsAt), timeZone: hospital?.timeZone ?? doctor.timeZone },
    ]),
  );
}

/** The same for who reads by a link. */
async function linkedVisitsOf(tx: Tx, encounterIds: string[]) {
  const rows = await linkedNotes(tx, encounterIds);
  return new Map(rows.map(({ id, startsAt, timeZone }) => [id, { at: instantText(startsAt), timeZone }]));
}
