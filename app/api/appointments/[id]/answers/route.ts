import { getSheet } from "@/lib/domain/questionnaires/queries";
import { sheetOutput, writeAnswersBody } from "@/lib/domain/questionnaires/schema";
import { writeAnswers } from "@/lib/domain/questionnaires/write-answers";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/appointments/{id}/answers");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Questionnaires"],
    method: "GET",
    operationId: "getAnswers",
    summary: "Get what is asked before an appointment, and the answers",
    description:
      "Answers are for the patient's side and, once sent, for the doctor of the visit; every read of them is logged. Others who see the appointment learn only whether they were sent. `404` when nothing is asked.",
    response: { status: 200, schema: sheetOutput },
    errors: ["not-found"],
  },
  ({ actor, params }) => getSheet(actor, params.id),
);

export const PUT = defineRoute(
  {
    ...common,
    tags: ["Questionnaires"],
    method: "PUT",
    operationId: "writeAnswers",
    summary: "Save answers without sending them",
    description: "`version` is the one you read: what someone else wrote in the meantime is never overwritten.",
    body: writeAnswersBody,
    response: { status: 200, schema: sheetOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
  },
  ({ actor, params, body }) => writeAnswers(actor, { appointmentId: params.id, ...body }),
);

export { DELETE, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
