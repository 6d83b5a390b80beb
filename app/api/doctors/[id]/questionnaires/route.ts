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
import { notFound } from "@/lib/platform/errors/app-error";
import { pageOf } from "@/lib/platform/input/query";

const common = byId("/api/doctors/{id}/questionnaires");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Questionnaires"],
    method: "GET",
    operationId: "listQuestionnairesOfDoctor",
    summary: "List what a doctor asks before visits",
    description: "For the doctor.",
    query: questionnaireListQuery,
    response: { status: 200, schema: pageOf(questionnaireItem) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listQuestionnaires(actor, { doctorId: params.id }, query),
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Questionnaires"],
    method: "POST",
    operationId: "addQuestionnaireOfDoctor",
    summary: "Begin a questionnaire for a service",
    description: "It is empty, and asked only once it is published. One of each service.",
    body: addQuestionnaireBody,
    response: { status: 201, schema: questionnaireOutput },
    idempotent: true,
    errors: ["not-found", "already-exists"],
    etag: ({ version }) => version,
    location: ({ id }) => `/api/questionnaires/${id}`,
  },
  ({ actor, params, body }) => {
    if (params.id !== actor.doctorId) throw notFound();
    return addQuestionnaire(actor, { ...body, hospitalId: null });
  },
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
