import { messageIdInput, sentMessageOutput } from "@/lib/domain/messages/schema";
import { resendMessage } from "@/lib/domain/messages/resend-message";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/sent-messages/{id}/resend",
    operationId: "resendMessage",
    summary: "Send a message again that was given up",
    description: "For the staff of the hospital it concerns, and for administrators.",
    tags: ["Sent messages"],
    auth: "required",
    params: messageIdInput,
    response: { status: 200, schema: sentMessageOutput },
    errors: ["not-found", "invalid-transition"],
  },
  ({ actor, params }) => resendMessage(actor, params),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
