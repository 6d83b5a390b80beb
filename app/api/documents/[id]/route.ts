import { openDocument } from "@/lib/domain/documents/open-document";
import { removeDocument } from "@/lib/domain/documents/remove-document";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { FILE_ANSWER, fileAnswer } from "@/lib/platform/http/file-answer";

const common = byId("/api/documents/{id}");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "GET",
    operationId: "openDocument",
    summary: "Open a patient's document",
    description: "For those who read the patient's record, doctors included. Every opening is logged.",
    response: FILE_ANSWER,
    errors: ["not-found"],
    rateLimit: [{ name: "file-openings", limit: 1_000, windowSeconds: 3600, by: "actor" }],
  },
  async ({ actor, params }) => fileAnswer(await openDocument(actor, params.id)),
);

export const DELETE = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "DELETE",
    operationId: "removeDocument",
    summary: "Delete a patient's document for good",
    description: "For the patient and those with the whole right for them.",
    response: { status: 204 },
    errors: ["not-found"],
  },
  ({ actor, params }) => removeDocument(actor, params.id),
);

export { OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
