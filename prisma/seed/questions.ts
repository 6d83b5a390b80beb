import { changeQuestionnaireBody, type Answers } from "@/lib/domain/questionnaires/schema";
import { sentAnswers } from "@/lib/domain/questionnaires/rules";
import type { Prisma } from "@/lib/platform/db/db";
import type { DemoPatient } from "./accounts";
import type { DemoDoctor } from "./doctors";
import type { Visit } from "./visits";
import { DAY, type World } from "./world";

/** Answers that one account has sent before a visit. */
export type SeedAnswers = {
  userId: string;
  sheet: Prisma.AnswerSheetCreateManyInput;
  draft: Prisma.AnswerDraftCreateManyInput;
  sent: Prisma.SubmittedAnswersCreateManyInput;
};

const { questions: QUESTIONS } = changeQuestionnaireBody.parse({
  questions: [
    {
      key: "complaint",
      text: "What would you like help with?",
      help: "In your own words: what it is, where, and when it is worst.",
      kind: "TEXT",
      required: true,
    },
    { key: "since", text: "When did it begin?", help: "Roughly is fine.", kind: "DATE" },
    {
      key: "symptoms",
      text: "Have you had any of these in the last four weeks?",
      kind: "CHOICE",
      many: true,
      options: ["Chest pain", "Shortness of breath", "Palpitations", "Dizziness", "Swollen legs", "None of these"],
      required: true,
    },
    {
      key: "pain",
      text: "How strong is the chest pain at its worst?",
      kind: "NUMBER",
      unit: "of 10",
      min: 0,
      max: 10,
      required: true,
      condition: { question: "symptoms", operator: "CONTAINS", value: "Chest pain" },
    },
    { key: "smokes", text: "Do you smoke?", kind: "CHOICE", options: ["Yes", "I used to", "No"], required: true },
    {
      key: "amount",
      text: "How many cigarettes a day?",
      kind: "NUMBER",
      min: 0,
      max: 200,
      condition: { question: "smokes", operator: "IS", value: "Yes" },
    },
  ],
});

const ANSWERS: Answers[] = [
  {
    complaint: "My heart beats hard when I climb the stairs, mostly in the evening.",
    since: "2026-09-14",
    symptoms: ["Shortness of breath", "Palpitations"],
    smokes: "I used to",
  },
  {
    complaint: "A pressure on the chest when I carry something heavy. It goes away when I rest.",
    symptoms: ["Chest pain"],
    pain: 4,
    smokes: "Yes",
    amount: 8,
  },
  { complaint: "A check before I start running again.", symptoms: ["None of these"], smokes: "No" },
];

/** What the demo's doctor asks before each of their services, and what patients have answered; the demo's own hasn't yet. */
export function makeQuestions(
  { now, chance }: World,
  doctor: DemoDoctor,
  visits: readonly Visit[],
  patients: readonly DemoPatient[],
) {
  const at = new Date(now.getTime() - 60 * DAY);
  const questionnaires = doctor.services.map(({ serviceId }): Prisma.QuestionnaireCreateManyInput & { id: string } => ({
    id: chance.id(at),
    doctorId: doctor.id,
    serviceId,
    draft: QUESTIONS,
    published: 1,
    isAsked: true,
    version: 3,
    createdAt: at,
  }));
  const versions = questionnaires.map(({ id }): Prisma.QuestionnaireVersionCreateManyInput => ({
    questionnaireId: id,
    number: 1,
    questions: QUESTIONS,
    publishedById: doctor.userId,
    publishedAt: at,
  }));
  const [own, ...others] = patients;
  const coming = visits.filter(
    ({ doctorId, patientId, status }) =>
      doctorId === doctor.id && patientId !== own?.id && ["CONFIRMED", "CHECKED_IN", "IN_PROGRESS"].includes(status),
  );
  const answers = coming.flatMap(({ id, patientId, serviceId }, index): SeedAnswers[] => {
    const userId = others.find((one) => one.id === patientId)?.userId;
    const asked = questionnaires.find((one) => one.serviceId === serviceId);
    const given = ANSWERS[index % (ANSWERS.length + 1)];
    if (!userId || !asked || !given) return [];
    const submittedAt = new Date(now.getTime() - (1 + (index % 5)) * DAY);
    const of = { appointmentId: id, patientId };
    return [
      {
        userId,
        sheet: { ...of, questionnaireId: asked.id, number: 1, createdAt: submittedAt },
        draft: { ...of, answers: given },
        sent: { ...of, number: 1, answers: sentAnswers(QUESTIONS, given), submittedById: userId, submittedAt },
      },
    ];
  });
  return { questionnaires, questionnaireVersions: versions, answers };
}
