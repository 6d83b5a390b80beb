import type { Tx } from "@/lib/platform/db/db";
import { isUuid } from "@/lib/platform/input/text";
import { answerTo, filesIn } from "../rules";
import type { AnswerFile, Answers, Question } from "../schema";

export const answerFileSelect = { id: true, question: true, name: true, type: true, size: true } as const;

/** Returns the files of these answers, as far as they are stored and the actor may read them. */
export async function listAnswerFiles(
  tx: Tx,
  appointmentId: string,
  questions: readonly Question[],
  answers: readonly Answers[],
): Promise<AnswerFile[]> {
  const wanted = answers.flatMap((one) => filesIn(questions, one));
  const ids = [...new Set(wanted.map(({ id }) => id))].filter(isUuid);
  if (ids.length === 0) return [];
  const where = { appointmentId, id: { in: ids } };
  const found = await tx.answerFile.findMany({ where, orderBy: { id: "asc" }, select: answerFileSelect });
  return found.filter((file) => wanted.some(({ id, question }) => id === file.id && question === file.question));
}

/** Returns the answers without files that are none: removed meanwhile, of another visit or of another question. */
export async function withStoredFiles(
  tx: Tx,
  appointmentId: string,
  questions: readonly Question[],
  answers: Answers,
): Promise<Answers> {
  const stored = new Set((await listAnswerFiles(tx, appointmentId, questions, [answers])).map(({ id }) => id));
  const files = questions.flatMap(({ key, kind }) => {
    const answer = kind === "FILE" ? answerTo(answers, key) : undefined;
    return typeof answer === "object" ? [[key, answer.filter((id) => stored.has(id))] as const] : [];
  });
  return { ...answers, ...Object.fromEntries(files) };
}

/** Tells whether a file is among the answers that were sent, now or before. */
export async function wasSent(
  tx: Tx,
  { id, appointmentId, question }: { id: string; appointmentId: string; question: string },
): Promise<boolean> {
  const where = { appointmentId, answers: { path: [question], array_contains: [id] } };
  return (await tx.submittedAnswers.count({ where })) > 0;
}
