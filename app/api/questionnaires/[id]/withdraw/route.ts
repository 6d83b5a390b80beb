import { z } from "zod";
import { withdrawQuestionnaire } from "@/lib/domain/questionnaires/withdraw-questionnaire";
import { questionnaireOutput } from "@/lib/domain/questionnaires/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/questionnaires/{id}/withdraw",
    operationId: "withdrawQuestionnaire",
    summary: "Stop asking before visits",
    description: "What was begun or sent stays.",
    tags: ["Questionnaires"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: questionnaireOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  ({ actor, params, ifMatch }) => withdrawQuestionnaire(actor, { id: params.id, version: ifMatch }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
