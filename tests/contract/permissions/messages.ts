import { db } from "@/lib/platform/db/db";
import { listAt, listOf, nothing, on, theHospital, type Permissions, type Thing } from "./asking";
import { DESK, EVERYONE } from "./cast";

/** An email about the patient's visit at the hospital that could not be sent, another one each time. */
const unsentMessage: Thing = async ({ patientId, hospitalId }) => {
  const { userId } = await db.patientAccess.findFirstOrThrow({ where: { patientId, relation: "SELF" } });
  const content = { letter: { subject: "Hello", body: ["Hello"], why: "" } };
  const what = { reason: "appointment.confirmed", channel: "EMAIL", content } as const;
  const { id } = await db.message.create({
    data: { key: crypto.randomUUID(), userId, patientId, hospitalId, ...what },
  });
  await db.message.update({ where: { id }, data: { state: "SENDING", claimedAt: new Date() } });
  await db.message.update({ where: { id }, data: { state: "GIVEN_UP", endedAt: new Date() } });
  return id;
};

export const messages: Permissions = {
  "GET /api/admin/sent-messages": { ask: listOf(unsentMessage), may: ["administrator"] },
  "GET /api/hospitals/{id}/sent-messages": { ask: listAt(theHospital, unsentMessage), may: DESK },
  "GET /api/sent-messages": { ask: nothing, may: EVERYONE },
  "POST /api/sent-messages/{id}/resend": { ask: on(unsentMessage), may: [...DESK, "administrator"] },
};
