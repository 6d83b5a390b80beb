import { messageOutput, sendFileBody } from "@/lib/domain/conversations/schema";
import { sendMessage } from "@/lib/domain/conversations/send-message";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { MAX_FORM_BYTES } from "@/lib/platform/input/file";

export const POST = defineRoute(
  {
    ...byId("/api/appointments/{id}/messages/files"),
    tags: ["Messages"],
    method: "POST",
    operationId: "sendFile",
    summary: "Send a file about an appointment to the other side, perhaps with a text",
    description: "As a message. PDF, JPEG, PNG or WebP, told by its content; at most 10 MB, 20 a visit.",
    body: sendFileBody,
    bodyType: "multipart/form-data",
    maxBodyBytes: MAX_FORM_BYTES,
    response: { status: 201, schema: messageOutput },
    idempotent: true,
    errors: ["not-found", "forbidden", "invalid-transition", "conflict", "rate-limited"],
    rateLimit: [{ name: "uploads", limit: 200, windowSeconds: 3600, by: "actor" }],
    location: ({ id }) => `/api/message-files/${id}`,
  },
  ({ actor, params, body: { file, text = "" } }) => sendMessage(actor, { appointmentId: params.id, text, file }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
