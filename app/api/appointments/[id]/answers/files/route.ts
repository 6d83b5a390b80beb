import { addAnswerFile } from "@/lib/domain/questionnaires/add-answer-file";
import { addAnswerFileBody, answerFileOutput } from "@/lib/domain/questionnaires/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { MAX_FORM_BYTES } from "@/lib/platform/input/file";

export const POST = defineRoute(
  {
    ...byId("/api/appointments/{id}/answers/files"),
    tags: ["Questionnaires"],
    method: "POST",
    operationId: "addAnswerFile",
    summary: "Add a file for the answer to a question before an appointment",
    description:
      "For those who answer. PDF, JPEG, PNG or WebP, told by its content; at most 10 MB, 5 a question and 20 a visit. Save the answers with its ID to make it part of one.",
    body: addAnswerFileBody,
    bodyType: "multipart/form-data",
    maxBodyBytes: MAX_FORM_BYTES,
    response: { status: 201, schema: answerFileOutput },
    idempotent: true,
    errors: ["not-found", "forbidden", "invalid-transition"],
    rateLimit: [{ name: "uploads", limit: 200, windowSeconds: 3600, by: "actor" }],
    location: ({ id }) => `/api/answer-files/${id}`,
  },
  ({ actor, params, body }) => addAnswerFile(actor, { appointmentId: params.id, ...body }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
