import { priorityBody, ticketOutput } from "@/lib/domain/waiting-room/schema";
import { setPriority } from "@/lib/domain/waiting-room/set-priority";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const PUT = defineRoute(
  {
    ...byId("/api/appointments/{id}/priority"),
    method: "PUT",
    operationId: "setPriority",
    summary: "Let a waiting patient go first, with a reason, or put them back in line",
    tags: ["Waiting room"],
    body: priorityBody,
    response: { status: 200, schema: ticketOutput },
    errors: ["not-found", "invalid-transition"],
  },
  ({ actor, params, body }) => setPriority(actor, { ...body, appointmentId: params.id }),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
