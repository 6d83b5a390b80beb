import { addQuestionnaire } from "@/lib/domain/questionnaires/add-questionnaire";
import { listQuestionnaires } from "@/lib/domain/questionnaires/queries";
import {
  addQuestionnaireBody,
  questionnaireItem,
  questionnaireListQuery,
  questionnaireOutput,
} from "@/lib/domain/questionnaires/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { pageOf } from "@/lib/platform/input/query";

const common = byId("/api/hospitals/{id}/questionnaires");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Questionnaires"],
    method: "GET",
    operationId: "listQuestionnairesOfHospital",
    summary: "List what a hospital asks before visits",
    description: "For the hospital's staff.",
    query: questionnaireListQuery,
    response: { status: 200, schema: pageOf(questionnaireItem) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listQuestionnaires(actor, { hospitalId: params.id }, query),
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Questionnaires"],
    method: "POST",
    operationId: "addQuestionnaireOfHospital",
    summary: "Begin a questionnaire for a service",
    description: "It is empty, and asked only once it is published. One of each service.",
    body: addQuestionnaireBody,
    response: { status: 201, schema: questionnaireOutput },
    idempotent: true,
    errors: ["not-found", "forbidden", "already-exists"],
    etag: ({ version }) => version,
    location: ({ id }) => `/api/questionnaires/${id}`,
  },
  ({ actor, params, body }) => addQuestionnaire(actor, { ...body, hospitalId: params.id }),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
