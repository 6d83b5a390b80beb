import { openAnswerFile } from "@/lib/domain/questionnaires/open-answer-file";
import { removeAnswerFile } from "@/lib/domain/questionnaires/remove-answer-file";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { FILE_ANSWER, fileAnswer } from "@/lib/platform/http/file-answer";

const common = byId("/api/answer-files/{id}");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Questionnaires"],
    method: "GET",
    operationId: "openAnswerFile",
    summary: "Open a file among the answers before an appointment",
    description: "For those who answer, and once it was sent for those who read the answers. Every opening is logged.",
    response: FILE_ANSWER,
    errors: ["not-found"],
    rateLimit: [{ name: "file-openings", limit: 1_000, windowSeconds: 3600, by: "actor" }],
  },
  async ({ actor, params }) => fileAnswer(await openAnswerFile(actor, params.id)),
);

export const DELETE = defineRoute(
  {
    ...common,
    tags: ["Questionnaires"],
    method: "DELETE",
    operationId: "removeAnswerFile",
    summary: "Remove a file that is not part of an answer any more",
    description: "For good; a file that was sent stays with the answers that were sent.",
    response: { status: 204 },
    errors: ["not-found", "forbidden", "invalid-transition"],
  },
  ({ actor, params }) => removeAnswerFile(actor, params.id),
);

export { OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
