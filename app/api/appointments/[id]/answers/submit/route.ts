import { z } from "zod";
import { sheetOutput, writeAnswersBody } from "@/lib/domain/questionnaires/schema";
import { submitAnswers } from "@/lib/domain/questionnaires/submit-answers";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/appointments/{id}/answers/submit",
    operationId: "submitAnswers",
    summary: "Save answers and send them to the doctor of the visit",
    description:
      "Answers to questions that aren't asked are left out. They can be corrected and sent again until the visit begins.",
    tags: ["Questionnaires"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: writeAnswersBody,
    response: { status: 200, schema: sheetOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
  },
  ({ actor, params, body }) => submitAnswers(actor, { appointmentId: params.id, ...body }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
