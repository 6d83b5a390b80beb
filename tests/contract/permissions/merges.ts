import { mergePatients } from "@/lib/domain/merges/merge-patients";
import { db } from "@/lib/platform/db/db";
import { createAppointment, createDoctor } from "@/tests/support/factories";
import { on, listAt, theHospital, type Permissions } from "./asking";
import { DESK, next, type Cast } from "./cast";

/** Two records of one person, who has been at the hospital twice. */
async function pair({ hospitalId }: Cast): Promise<{ duplicateId: string; survivorId: string }> {
  const [name, bornOn] = [`Twice Entered ${next()}`, new Date("1984-03-05")];
  // Not the cast's own: their lists are read too, and short.
  const { doctor } = await createDoctor();
  const ids: string[] = [];
  for (let n = 0; n < 2; n++) {
    const { id } = await db.patient.create({ data: { name, bornOn } });
    await createAppointment({ doctorId: doctor.id, patientId: id }, { hospitalId });
    ids.push(id);
  }
  const where = { firstId: { in: ids }, secondId: { in: ids } };
  return { duplicateId: (await db.likelyDuplicate.findFirstOrThrow({ where })).id, survivorId: ids[0] ?? "" };
}

/** A pair that the hospital may merge. */
export const duplicate = async (cast: Cast) => (await pair(cast)).duplicateId;
const merge = async (cast: Cast) => (await mergePatients(cast.manager.actor, { ...(await pair(cast)), take: [] })).id;

export const merges: Permissions = {
  "GET /api/hospitals/{id}/duplicates": { ask: listAt(theHospital, duplicate), may: DESK },
  "GET /api/hospitals/{id}/merges": { ask: listAt(theHospital, merge), may: DESK },
  "GET /api/duplicates/{id}": { ask: on(duplicate), may: DESK },
  "PUT /api/duplicates/{id}/set-aside": { ask: on(duplicate), may: DESK },
  "DELETE /api/duplicates/{id}/set-aside": { ask: on(duplicate), may: DESK },
  "POST /api/patient-merges": { ask: async (cast) => ({ body: await pair(cast) }), may: DESK },
  "GET /api/patient-merges/{id}": { ask: on(merge), may: DESK },
  "POST /api/patient-merges/{id}/undo": { ask: on(merge), may: DESK },
};
