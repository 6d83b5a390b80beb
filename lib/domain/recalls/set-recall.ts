import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { getAppointmentCard, type AppointmentCard } from "@/lib/domain/appointments/queries";
import { encryptTexts } from "@/lib/domain/records/encrypt-texts";
import type { Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { localDateAt } from "@/lib/platform/time/local-date";
import { addReasonsUnlogged, requireRecall } from "./internal/read-recalls";
import { leaveTrace } from "./internal/leave-trace";
import { requireAhead } from "./internal/require-ahead";
import { toRecallOutput } from "./output";
import { dueAt, firstOf, monthAfter, tellAt } from "./rules";
import type { RecallOutput, SetRecallInput } from "./schema";
import { MOST_RECALLS } from "./status";

/**
 * Asks the patient of a visit to come again around a month, as its doctor. Throws `not-found`, `forbidden` for everyone else who
 * sees the visit, `invalid-transition` before it has begun, `invalid` (the month), `quota-reached`.
 */
export async function setRecall(actor: Actor, input: SetRecallInput): Promise<RecallOutput> {
  const visit = await getAppointmentCard(actor, input.appointmentId);
  if (visit.doctorId !== actor.doctorId) throw new AppError("forbidden", "Only the doctor of the visit can do this.");
  if (visit.status !== "IN_PROGRESS" && visit.status !== "COMPLETED")
    throw new AppError("invalid-transition", "A recall is set once the visit has begun.");
  return inTransaction(actor, (tx) => set(tx, actor, visit, input), { locks: [`recalls:${visit.patientId}`] });
}

async function set(tx: Tx, actor: Actor, visit: AppointmentCard, input: SetRecallInput): Promise<RecallOutput> {
  const now = new Date();
  const { id: appointmentId, patientId, doctorId } = visit;
  const timeZone = visit.schedule?.timeZone ?? visit.hospital?.timeZone ?? visit.doctor.timeZone;
  const month = input.month ?? monthAfter(localDateAt(visit.startsAt, timeZone), input.inMonths ?? 0);
  requireAhead(month, now, timeZone);
  await requireFew(tx, actor, patientId, doctorId);
  const id = uuidv7();
  const times = {
    month: new Date(firstOf(month)),
    dueAt: dueAt(month, timeZone),
    tellAt: tellAt(month, now, timeZone),
  };
  await tx.recall.create({ data: { id, appointmentId, patientId, doctorId, ...times } });
  const [reason] = await encryptTexts(tx, "RecallReason", [{ id, reason: input.reason }]);
  await tx.recallReason.create({ data: reason! });
  await leaveTrace(tx, actor, "recall-reason.write", "recall.set", { id, patientId, doctorId });
  const [card] = await addReasonsUnlogged(tx, actor, [await requireRecall(tx, actor, id)]);
  return toRecallOutput(card!);
}

async function requireFew(tx: Tx, actor: Actor, patientId: string, doctorId: string): Promise<void> {
  // Neither those they were told of, nor those they came for.
  const open = await tx.recall.count({ where: { patientId, doctorId, status: "OPEN", tellAt: { not: null } } });
  if (open < MOST_RECALLS) return;
  const detail = `At most ${MOST_RECALLS} recalls can wait for a patient. Remove one that is no longer needed.`;
  throw new AppError("quota-reached", detail, { extra: { most: MOST_RECALLS } });
}
