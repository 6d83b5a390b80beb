import { publishQuestionnaire } from "@/lib/domain/questionnaires/publish-questionnaire";
import { stepRoute } from "../../step-route";

export const POST = stepRoute({
  path: "/api/questionnaires/{id}/publish",
  operationId: "publishQuestionnaire",
  summary: "Publish the draft as the next version",
  description:
    "It is asked from now on and never changes. Those who have begun to answer keep the version they began with.",
  take: publishQuestionnaire,
});

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
