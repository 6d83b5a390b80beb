import { openMessageFile } from "@/lib/domain/conversations/open-message-file";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { FILE_ANSWER, fileAnswer } from "@/lib/platform/http/file-answer";

export const GET = defineRoute(
  {
    ...byId("/api/message-files/{id}"),
    tags: ["Messages"],
    method: "GET",
    operationId: "openMessageFile",
    summary: "Open the file of a message, by the message's ID",
    description: "For those who see the appointment. Every opening is logged.",
    response: FILE_ANSWER,
    errors: ["not-found"],
    rateLimit: [{ name: "file-openings", limit: 1_000, windowSeconds: 3600, by: "actor" }],
  },
  async ({ actor, params }) => fileAnswer(await openMessageFile(actor, params.id)),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
