import { callNext } from "@/lib/domain/waiting-room/call-next";
import { ticketOutput } from "@/lib/domain/waiting-room/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/waiting-queues/{id}/call-next"),
    method: "POST",
    operationId: "callNext",
    summary: "Call the next patient of a queue",
    description:
      "Two desks that call at the same time call two different patients. With `If-Match`, the queue's `version`, the slower one calls no one.",
    tags: ["Waiting room"],
    response: { status: 200, schema: ticketOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    ifMatch: true,
  },
  ({ actor, params, ifMatch }) => callNext(actor, params.id, ifMatch),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
