import { z } from "zod";
import { publishQuestionnaire } from "@/lib/domain/questionnaires/publish-questionnaire";
import { questionnaireOutput } from "@/lib/domain/questionnaires/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/questionnaires/{id}/publish",
    operationId: "publishQuestionnaire",
    summary: "Publish the draft as the next version",
    description: "It is asked from now on and never changes. Whoever has begun to answer keeps the version they began.",
    tags: ["Questionnaires"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: questionnaireOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  ({ actor, params, ifMatch }) => publishQuestionnaire(actor, { id: params.id, version: ifMatch }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
