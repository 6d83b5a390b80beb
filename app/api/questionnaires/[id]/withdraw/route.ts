import { withdrawQuestionnaire } from "@/lib/domain/questionnaires/withdraw-questionnaire";
import { stepRoute } from "../../step-route";

export const POST = stepRoute({
  path: "/api/questionnaires/{id}/withdraw",
  operationId: "withdrawQuestionnaire",
  summary: "Stop asking before visits",
  description: "What was begun or sent stays.",
  take: withdrawQuestionnaire,
});

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
