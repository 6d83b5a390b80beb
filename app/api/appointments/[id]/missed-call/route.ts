import { missCall } from "@/lib/domain/waiting-room/miss-call";
import { ticketOutput } from "@/lib/domain/waiting-room/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/appointments/{id}/missed-call"),
    method: "POST",
    operationId: "markCallMissed",
    summary: "Note that a patient who was called isn’t there",
    tags: ["Waiting room"],
    response: { status: 200, schema: ticketOutput },
    errors: ["not-found", "invalid-transition"],
  },
  ({ actor, params }) => missCall(actor, params.id),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
