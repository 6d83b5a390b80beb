import { callPatient } from "@/lib/domain/waiting-room/call-patient";
import { ticketOutput } from "@/lib/domain/waiting-room/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/appointments/{id}/call"),
    method: "POST",
    operationId: "callPatient",
    summary: "Call a patient out of turn, or again",
    tags: ["Waiting room"],
    response: { status: 200, schema: ticketOutput },
    errors: ["not-found", "invalid-transition"],
  },
  ({ actor, params }) => callPatient(actor, params.id),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
