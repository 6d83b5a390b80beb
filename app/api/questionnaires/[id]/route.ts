import { changeQuestionnaire } from "@/lib/domain/questionnaires/change-questionnaire";
import { toQuestionnaire } from "@/lib/domain/questionnaires/output";
import { getQuestionnaire } from "@/lib/domain/questionnaires/queries";
import { changeQuestionnaireBody, questionnaireOutput } from "@/lib/domain/questionnaires/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/questionnaires/{id}");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Questionnaires"],
    method: "GET",
    operationId: "getQuestionnaire",
    summary: "Get a questionnaire with its draft",
    description: "For its doctor, or the staff of its hospital.",
    response: { status: 200, schema: questionnaireOutput },
    errors: ["not-found"],
    etag: ({ version }) => version,
  },
  async ({ actor, params }) => toQuestionnaire(await getQuestionnaire(actor, params.id)),
);

export const PATCH = defineRoute(
  {
    ...common,
    tags: ["Questionnaires"],
    method: "PATCH",
    operationId: "changeQuestionnaire",
    summary: "Replace the questions of the draft",
    description: "What is asked changes only when the draft is published.",
    body: changeQuestionnaireBody,
    response: { status: 200, schema: questionnaireOutput },
    errors: ["not-found", "forbidden", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  ({ actor, params, body, ifMatch }) =>
    changeQuestionnaire(actor, { id: params.id, ...body, version: ifMatch ?? undefined }),
);

export { DELETE, OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
