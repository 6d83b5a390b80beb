import { openAttachment } from "@/lib/domain/records/open-attachment";
import { removeAttachment } from "@/lib/domain/records/remove-attachment";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { FILE_ANSWER, fileAnswer } from "@/lib/platform/http/file-answer";

const common = byId("/api/attachments/{id}");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "GET",
    operationId: "openAttachment",
    summary: "Open a file of a visit's note",
    description: "For those who may read the note. Every opening is logged.",
    response: FILE_ANSWER,
    errors: ["not-found"],
    rateLimit: [{ name: "file-openings", limit: 1_000, windowSeconds: 3600, by: "actor" }],
  },
  async ({ actor, params }) => fileAnswer(await openAttachment(actor, params.id)),
);

export const DELETE = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "DELETE",
    operationId: "removeAttachment",
    summary: "Remove a file from the draft of a visit's note",
    response: { status: 204 },
    errors: ["not-found", "invalid-transition"],
  },
  ({ actor, params }) => removeAttachment(actor, params.id),
);

export { OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
