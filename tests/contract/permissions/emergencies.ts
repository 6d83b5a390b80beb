import { inTransaction } from "@/lib/actor/transaction";
import { db } from "@/lib/platform/db/db";
import { DOCTORS, next, READERS, type Cast } from "./cast";
import { listAt, listOf, on, thePatient, type Permissions } from "./asking";

const BORN = "1950-05-05";

/** Someone whom nobody here knows. */
async function stranger() {
  const name = `Unknown Person ${"abcdefghij"[next() % 10]}${"klmnopqrst"[next() % 10]}${next()}`;
  const { id } = await db.patient.create({ data: { name, bornOn: new Date(BORN) }, select: { id: true } });
  return { id, name };
}

/** A record that the doctor opened in an emergency long ago: a stranger's, or the patient's. */
const opened = (patientIdOf: (cast: Cast) => string | Promise<string>) => async (cast: Cast) => {
  const patientId = await patientIdOf(cast);
  const { doctorId, actor } = cast.doctor;
  const openedAt = new Date(Date.now() - 2 * 86_400_000);
  const data = { patientId, doctorId, openedAt, text: { create: { reason: "Unconscious" } } };
  return (await inTransaction(actor, (tx) => tx.emergencyAccess.create({ data, select: { id: true } }))).id;
};
const ofStranger = opened(async () => (await stranger()).id);

export const emergencies: Permissions = {
  "GET /api/emergency-access": { ask: listOf(ofStranger), may: ["doctor"], findNothing: DOCTORS },
  "POST /api/emergency-access": {
    ask: async () => ({ body: { name: (await stranger()).name, bornOn: BORN, reason: "Found unconscious" } }),
    may: DOCTORS,
  },
  "DELETE /api/emergency-access/{id}": { ask: on(ofStranger), may: ["doctor"] },
  "GET /api/patients/{id}/emergency-access": {
    ask: listAt(
      thePatient,
      opened(({ patientId }) => patientId),
      { limit: "100" },
    ),
    may: READERS,
  },
  "GET /api/admin/emergency-access": { ask: listOf(ofStranger), may: ["administrator"] },
  "POST /api/admin/emergency-access/{id}/told": { ask: on(ofStranger), may: ["administrator"] },
  "POST /api/admin/emergency-access/{id}/review": {
    ask: on(ofStranger, { body: { verdict: "JUSTIFIED" } }),
    may: ["administrator"],
  },
};
