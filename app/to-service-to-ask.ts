import type { ServiceToAsk } from "@/components/questionnaires/services-to-ask";
import { toQuestionnaire } from "@/lib/domain/questionnaires/output";
import type { listServicesToAsk } from "@/lib/domain/questionnaires/queries";
import { counted } from "@/lib/platform/text/counted";

type Row = Awaited<ReturnType<typeof listServicesToAsk>>[number];

/** Returns what the list shows of a service and what is asked before it. */
export function toServiceToAsk({ id, name, questionnaire }: Row): ServiceToAsk {
  if (!questionnaire) return { id, name, questionnaire: null };
  const { isAsked, published, questions, id: questionnaireId } = toQuestionnaire(questionnaire);
  return { id, name, questionnaire: { id: questionnaireId, isAsked, published, count: questions.length } };
}

/** "You ask questions before 2 services" */
export function titleOf(services: ServiceToAsk[]): string {
  const asked = services.filter(({ questionnaire }) => questionnaire?.isAsked).length;
  return asked === 0
    ? "No questions are asked before visits"
    : `Questions are asked before ${counted(asked, "service")}`;
}
