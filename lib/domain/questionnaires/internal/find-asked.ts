import type { Actor } from "@/lib/actor/actor";
import { getAppointmentIn, type AppointmentRow } from "@/lib/domain/appointments/queries";
import type { Tx } from "@/lib/platform/db/db";
import { isOpen } from "../rules";
import type { Question } from "../schema";
import { sheetSelect, type SheetRow } from "./rows";

/** What is asked before a visit: the version it was begun with, else the current one. */
export type Asked = {
  visit: AppointmentRow;
  questionnaireId: string;
  number: number;
  questions: Question[];
  /** Null before anything was saved. */
  sheet: SheetRow | null;
};

/**
 * Returns what is asked before a visit the actor may see; null when nothing is. What a hospital asks for the service goes
 * before what the doctor asks. Throws `not-found`.
 */
export async function findAsked(tx: Tx, actor: Actor, appointmentId: string): Promise<Asked | null> {
  const visit = await getAppointmentIn(tx, actor, appointmentId);
  const sheet = await tx.answerSheet.findUnique({ where: { appointmentId }, select: sheetSelect });
  if (sheet) {
    const { questionnaireId, number, questionnaire } = sheet;
    return { visit, sheet, questionnaireId, number, questions: questionnaire.questions as unknown as Question[] };
  }
  const { serviceId, doctorId, hospitalId } = visit;
  if (!serviceId || !isOpen(visit.status, 0)) return null;
  const found = await tx.questionnaire.findMany({
    where: { serviceId, isAsked: true, OR: [{ doctorId }, ...(hospitalId ? [{ hospitalId }] : [])] },
    select: { hospitalId: true, versions: { orderBy: { number: "desc" }, take: 1 } },
    take: 2,
  });
  const [version] = (found.find((one) => one.hospitalId !== null) ?? found[0])?.versions ?? [];
  if (!version) return null;
  const { questionnaireId, number, questions } = version;
  return { visit, sheet: null, questionnaireId, number, questions: questions as unknown as Question[] };
}
