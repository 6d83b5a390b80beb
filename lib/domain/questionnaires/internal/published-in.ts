import type { Db } from "@/lib/platform/db/db";
import type { Question } from "../schema";

/** The questions of a questionnaire as they were last published; none before. */
export async function publishedIn(client: Db, questionnaireId: string): Promise<Question[]> {
  const row = await client.questionnaireVersion.findFirst({
    where: { questionnaireId },
    orderBy: { number: "desc" },
    select: { questions: true },
  });
  return row ? (row.questions as unknown as Question[]) : [];
}
