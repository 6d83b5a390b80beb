import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { db, type Prisma } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { OLDEST_FIRST, startSortedPage, type PageQuery } from "@/lib/platform/input/page";
import { findAsked } from "./internal/find-asked";
import { leaveTrace } from "./internal/leave-trace";
import { readSheet } from "./internal/read-sheet";
import { publishedIn } from "./internal/published-in";
import { questionnaireItemSelect, questionnaireSelect, type QuestionnaireRow } from "./internal/rows";
import { canAnswer, visibleTo } from "./policy";
import { shownQuestions } from "./rules";
import type { Question, QuestionnaireItem, Sheet } from "./schema";
import { unansweredVisits, visitsAskedBy } from "./statements";

/** Who asks: a doctor, or a hospital. */
export type Asker = { doctorId: string } | { hospitalId: string };

/** Returns a questionnaire with its draft, for its doctor or its hospital's staff. Throws `not-found`. */
export async function getQuestionnaire(actor: Actor, id: string): Promise<QuestionnaireRow> {
  const row = await db.questionnaire.findFirst({ where: { id, ...visibleTo(actor) }, select: questionnaireSelect });
  if (!row) throw notFound();
  return row;
}

/** Returns the questions as they were last published; none before. Throws `not-found`. */
export async function listPublished(actor: Actor, id: string): Promise<Question[]> {
  await getQuestionnaire(actor, id);
  return publishedIn(db, id);
}

/** Returns a page of what a doctor or a hospital asks, for themselves. Throws `not-found` for everyone else. */
export async function listQuestionnaires(
  actor: Actor,
  asker: Asker,
  page: PageQuery,
): Promise<{ items: QuestionnaireItem[]; nextCursor: string | null }> {
  requireAsker(actor, asker);
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, OLDEST_FIRST);
  const rows = await db.questionnaire.findMany({
    where: { AND: [asker, visibleTo(actor), beyond] },
    orderBy,
    take,
    select: { ...questionnaireItemSelect, createdAt: true },
  });
  const { items, nextCursor } = pageOf(rows);
  return { nextCursor, items: items.map(({ createdAt: _, ...item }) => item) };
}

/** The catalogue is larger than what one doctor or hospital offers. */
const MOST_SERVICES = 200;

/** Returns the services a doctor or a hospital's doctors offer, by name, each with what is asked before it. */
export async function listServicesToAsk(actor: Actor, asker: Asker) {
  requireAsker(actor, asker);
  const offered: Prisma.DoctorServiceWhereInput =
    "doctorId" in asker
      ? asker
      : { doctor: { affiliations: { some: { hospitalId: asker.hospitalId, status: { not: "ENDED" } } } } };
  const services = await db.service.findMany({
    where: { OR: [{ doctors: { some: offered } }, { questionnaires: { some: asker } }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_SERVICES,
    select: { id: true, name: true, questionnaires: { where: asker, select: questionnaireSelect } },
  });
  return services.map(({ questionnaires: [questionnaire], ...service }) => ({
    ...service,
    questionnaire: questionnaire ?? null,
  }));
}

function requireAsker(actor: Actor, asker: Asker): void {
  const isOwn =
    "doctorId" in asker
      ? asker.doctorId === actor.doctorId
      : asker.hospitalId === actor.hospitalId && actor.staffRole !== null;
  if (!isOwn) throw notFound();
}

/**
 * Returns what is asked before a visit and, for those who may read them, the answers; reading these is logged. Others who
 * see the visit learn only whether it was answered. Throws `not-found`, also when nothing is asked.
 */
export async function getSheet(actor: Actor, appointmentId: string): Promise<Sheet> {
  const sheet = await findSheet(actor, appointmentId);
  if (!sheet) throw notFound();
  return sheet;
}

/** Returns the same; null when nothing is asked. Throws `not-found` for another's visit. */
export function findSheet(actor: Actor, appointmentId: string): Promise<Sheet | null> {
  return inTransaction(actor, async (tx) => {
    const asked = await findAsked(tx, actor, appointmentId);
    if (!asked) return null;
    const sheet = await readSheet(tx, actor, asked);
    if (sheet.draft ?? sheet.submitted) await leaveTrace(tx, actor, asked.visit, "answers.read");
    return sheet;
  });
}

/** Tells how many questions the actor may answer before a visit; 0 when none are asked or someone has begun. Throws `not-found`. */
export async function countQuestions(
  actor: Actor,
  { appointmentId }: { appointmentId: string },
): Promise<{ count: number }> {
  const asked = await inTransaction(actor, (tx) => findAsked(tx, actor, appointmentId));
  const isNew = asked !== null && asked.sheet === null && canAnswer(actor, asked.visit.patientId);
  return { count: isNew ? shownQuestions(asked.questions, {}).length : 0 };
}

/** Unsafe: of anyone. Returns those of these visits whose questions are open and unanswered, for the relay. */
export async function unsafeListUnanswered(appointmentIds: string[]): Promise<string[]> {
  if (appointmentIds.length === 0) return [];
  return (await unansweredVisits(sql, appointmentIds)).map(({ id }) => id);
}

/** Unsafe: of anyone. Returns the visits to come that these questionnaires were asked before, for the relay. */
export async function unsafeListVisitsAskedBy(questionnaireIds: string[]): Promise<string[]> {
  if (questionnaireIds.length === 0) return [];
  return (await visitsAskedBy(sql, questionnaireIds)).map(({ id }) => id);
}
