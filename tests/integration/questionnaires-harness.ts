import type { Actor } from "@/lib/actor/actor";
import { addQuestionnaire } from "@/lib/domain/questionnaires/add-questionnaire";
import { changeQuestionnaire } from "@/lib/domain/questionnaires/change-questionnaire";
import { publishQuestionnaire } from "@/lib/domain/questionnaires/publish-questionnaire";
import { changeQuestionnaireBody, type Question } from "@/lib/domain/questionnaires/schema";
import type { Prisma } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment, createService } from "@/tests/support/factories";

/** Whether someone smokes, how much if so (required), and since when. */
export const QUESTIONS: Question[] = changeQuestionnaireBody.parse({
  questions: [
    { key: "smokes", text: "Do you smoke?", kind: "CHOICE", options: ["Yes", "No"], required: true },
    {
      key: "amount",
      text: "How many cigarettes a day?",
      kind: "NUMBER",
      min: 0,
      max: 200,
      required: true,
      condition: { question: "smokes", operator: "IS", value: "Yes" },
    },
    { key: "since", text: "Since when do you feel ill?", kind: "DATE" },
  ],
}).questions;

/** A questionnaire that is asked before visits for the service. */
export async function publish(
  actor: Actor,
  of: { serviceId: string; hospitalId?: string },
  questions: Question[] = QUESTIONS,
) {
  const { id } = await addQuestionnaire(actor, { hospitalId: null, ...of });
  await changeQuestionnaire(actor, { id, questions });
  return publishQuestionnaire(actor, { id });
}

/** A doctor who asks before a service, a patient, and their appointment for it. */
export async function createAsked(over: Partial<Prisma.AppointmentUncheckedCreateInput> = {}) {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const { doctorId } = doctor;
  const service = await createService({ doctorId });
  const questionnaire = await publish(doctor.actor, { serviceId: service.id });
  const patientId = patient.patient.id;
  const visit = await createAppointment({ doctorId, patientId }, { serviceId: service.id, ...over });
  return { doctor, patient, patientId, service, questionnaire, visit };
}
