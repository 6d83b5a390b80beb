import { getConversation } from "@/lib/domain/conversations/queries";
import {
  conversationOutput,
  conversationQuery,
  messageOutput,
  sendMessageBody,
} from "@/lib/domain/conversations/schema";
import { sendMessage } from "@/lib/domain/conversations/send-message";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/appointments/{id}/messages");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Messages"],
    method: "GET",
    operationId: "getConversation",
    summary: "List the messages about an appointment, the latest first",
    description: "For those who see the appointment. Every read is logged; it isn't marked as read.",
    query: conversationQuery,
    response: { status: 200, schema: conversationOutput },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => getConversation(actor, params.id, query),
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Messages"],
    method: "POST",
    operationId: "sendMessage",
    summary: "Send a message about an appointment to the other side",
    description:
      "For those who book for the patient, the doctor of the visit and the front desk of its hospital; until a week after the visit, at most 30 an hour. Not for emergencies.",
    body: sendMessageBody,
    response: { status: 201, schema: messageOutput },
    idempotent: true,
    errors: ["not-found", "forbidden", "invalid-transition", "conflict", "rate-limited"],
  },
  ({ actor, params, body }) => sendMessage(actor, { appointmentId: params.id, ...body }),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
