import { markConversationRead } from "@/lib/domain/conversations/mark-conversation-read";
import { markReadBody, markReadOutput } from "@/lib/domain/conversations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const PUT = defineRoute(
  {
    ...byId("/api/appointments/{id}/messages/read"),
    tags: ["Messages"],
    method: "PUT",
    operationId: "markConversationRead",
    summary: "Say up to which message you have read",
    description: "Both sides see it. The mark only moves on.",
    body: markReadBody,
    response: { status: 200, schema: markReadOutput },
    errors: ["not-found"],
  },
  ({ actor, params, body }) => markConversationRead(actor, { appointmentId: params.id, ...body }),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
