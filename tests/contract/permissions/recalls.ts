import type { RecallOutput } from "@/lib/domain/recalls/schema";
import { setRecall } from "@/lib/domain/recalls/set-recall";
import { db } from "@/lib/platform/db/db";
import { listOf, on, type Permissions } from "./asking";
import { BOOKERS, DESK, FAMILY, next, PROXIES, type Cast } from "./cast";
import * as a from "./things";

/** Ends those that are open, so that there are never too many. */
async function endAll({ patientId }: Cast): Promise<void> {
  const data = { status: "REMOVED", endedAt: new Date(), version: { increment: 1 } } as const;
  await db.recall.updateMany({ where: { patientId, status: "OPEN" }, data });
}

/** The doctor of a visit asks the patient to come again. */
async function recall(cast: Cast): Promise<RecallOutput> {
  await endAll(cast);
  const appointmentId = await a.startedVisit(cast);
  return setRecall(cast.doctor.actor, { appointmentId, inMonths: 6, reason: `Check-up ${next()}` });
}
const aRecall = async (cast: Cast) => (await recall(cast)).id;

export const recalls: Permissions = {
  "GET /api/recalls": { ask: listOf(aRecall), may: [...FAMILY, "doctor"], findNothing: "the others" },
  "POST /api/recalls": {
    ask: async (cast) => {
      await endAll(cast);
      return { body: { appointmentId: await a.startedVisit(cast), inMonths: 6, reason: "Check-up" } };
    },
    may: ["doctor"],
    mayNot: [...FAMILY, ...DESK],
  },
  "GET /api/recalls/{id}": { ask: on(aRecall), may: [...FAMILY, "doctor"] },
  "PATCH /api/recalls/{id}": { ask: on(aRecall, { body: { reason: "Blood test" } }), may: ["doctor"], mayNot: FAMILY },
  "DELETE /api/recalls/{id}": { ask: on(aRecall), may: ["doctor"], mayNot: ["patient", ...PROXIES] },
  "POST /api/recalls/{id}/dismiss": { ask: on(aRecall), may: BOOKERS, mayNot: ["acts, reads", "doctor"] },
};
