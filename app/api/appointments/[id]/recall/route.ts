import { recallPatient } from "@/lib/domain/waiting-room/recall-patient";
import { ticketOutput } from "@/lib/domain/waiting-room/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/appointments/{id}/recall"),
    method: "POST",
    operationId: "recallPatient",
    summary: "Put a patient who missed every call and is back into the line again",
    tags: ["Waiting room"],
    response: { status: 200, schema: ticketOutput },
    errors: ["not-found", "invalid-transition"],
  },
  ({ actor, params }) => recallPatient(actor, params.id),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
