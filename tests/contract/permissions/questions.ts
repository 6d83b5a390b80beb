import { addQuestionnaire } from "@/lib/domain/questionnaires/add-questionnaire";
import { addAnswerFile } from "@/lib/domain/questionnaires/add-answer-file";
import { changeQuestionnaireBody } from "@/lib/domain/questionnaires/schema";
import { submitAnswers } from "@/lib/domain/questionnaires/submit-answers";
import { publish } from "@/tests/integration/questionnaires-harness";
import { createService } from "@/tests/support/factories";
import { asFile, pdf } from "@/tests/support/files";
import { DESK, KEEPERS, next, READERS, type Cast } from "./cast";
import { listAt, on, theDoctor, theHospital, upload, type Permissions } from "./asking";
import * as a from "./things";

/** A service the doctor offers. */
export const offered = async ({ doctor: { doctorId } }: Cast) => (await createService({ doctorId })).id;

/** What the hospital, or the doctor, asks; not published. */
export const ofHospital = async (cast: Cast) =>
  (await addQuestionnaire(cast.manager.actor, { serviceId: await offered(cast), hospitalId: cast.hospitalId })).id;
export const ofDoctor = async (cast: Cast) =>
  (await addQuestionnaire(cast.doctor.actor, { serviceId: await offered(cast), hospitalId: null })).id;
const published = async (cast: Cast) =>
  (await publish(cast.manager.actor, { serviceId: await offered(cast), hospitalId: cast.hospitalId })).id;

/** A visit before which something is asked, and one for which it was answered. */
export async function askedVisit(cast: Cast): Promise<string> {
  const serviceId = await offered(cast);
  await publish(cast.manager.actor, { serviceId, hospitalId: cast.hospitalId });
  return a.visit(cast, { serviceId });
}
async function answeredVisit(cast: Cast) {
  const [appointmentId, since] = [await askedVisit(cast), `2026-01-${10 + (next() % 20)}`];
  await submitAnswers(cast.patient.actor, { appointmentId, answers: { smokes: "No", since }, version: 0 });
  return { params: { id: appointmentId }, seek: since };
}

const FILE = { key: "letter", text: "Do you have a letter?", kind: "FILE" };
const { questions: FILES } = changeQuestionnaireBody.parse({ questions: [FILE] });

/** A visit before which a file is asked for, and the file; sent or not. */
async function visitWithFile(cast: Cast, isSent: boolean) {
  const serviceId = await offered(cast);
  await publish(cast.manager.actor, { serviceId, hospitalId: cast.hospitalId }, FILES);
  const appointmentId = await a.visit(cast, { serviceId });
  const { actor } = cast.patient;
  const { id } = await addAnswerFile(actor, { appointmentId, question: "letter", file: asFile(pdf(`Page ${next()}`)) });
  if (isSent) await submitAnswers(actor, { appointmentId, answers: { letter: [id] }, version: 0 });
  return { appointmentId, id };
}

const answers = { answers: { smokes: "No" }, version: 0 };
/** They see the visit, and don't answer. */
const ONLOOKERS = ["acts, reads", "acts, books", "doctor", ...DESK] as const;

export const questions: Permissions = {
  "GET /api/appointments/{id}/answers": {
    ask: answeredVisit,
    may: [...READERS, "doctor"],
    findNothing: ["acts, books", ...DESK],
  },
  "PUT /api/appointments/{id}/answers": {
    ask: on(askedVisit, { body: answers }),
    may: KEEPERS,
    mayNot: ONLOOKERS,
  },
  "POST /api/appointments/{id}/answers/submit": {
    ask: on(askedVisit, { body: answers }),
    may: KEEPERS,
    mayNot: ONLOOKERS,
  },
  "POST /api/appointments/{id}/answers/files": {
    ask: async (cast) => ({
      params: { id: (await visitWithFile(cast, false)).appointmentId },
      raw: upload({ question: "letter" }),
    }),
    may: KEEPERS,
    mayNot: ONLOOKERS,
  },
  "GET /api/answer-files/{id}": {
    ask: on(async (cast) => (await visitWithFile(cast, true)).id),
    may: [...READERS, "doctor"],
  },
  "DELETE /api/answer-files/{id}": { ask: on(async (cast) => (await visitWithFile(cast, false)).id), may: KEEPERS },
  "GET /api/doctors/{id}/questionnaires": { ask: listAt(theDoctor, ofDoctor, { limit: "100" }), may: ["doctor"] },
  "POST /api/doctors/{id}/questionnaires": {
    ask: async (cast) => ({ params: { id: cast.doctor.doctorId }, body: { serviceId: await offered(cast) } }),
    may: ["doctor"],
  },
  "GET /api/hospitals/{id}/questionnaires": { ask: listAt(theHospital, ofHospital, { limit: "100" }), may: DESK },
  "POST /api/hospitals/{id}/questionnaires": {
    ask: async (cast) => ({ params: { id: cast.hospitalId }, body: { serviceId: await offered(cast) } }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
  "GET /api/questionnaires/{id}": { ask: on(ofHospital), may: DESK },
  "PATCH /api/questionnaires/{id}": {
    ask: on(ofHospital, { body: { questions: [] } }),
    may: ["manager"],
    mayNot: ["coordinator"],
  },
  "POST /api/questionnaires/{id}/publish": { ask: on(published), may: ["manager"], mayNot: ["coordinator"] },
  "POST /api/questionnaires/{id}/withdraw": { ask: on(published), may: ["manager"], mayNot: ["coordinator"] },
};
