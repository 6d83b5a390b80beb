import { getDelay } from "@/lib/domain/disruptions/list-delays";
import { delayOutput } from "@/lib/domain/disruptions/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const GET = defineRoute(
  {
    ...byId("/api/appointments/{id}/delay"),
    tags: ["Appointments"],
    method: "GET",
    operationId: "getDelay",
    summary: "Get when an appointment is expected to start",
    response: { status: 200, schema: delayOutput },
    errors: ["not-found"],
  },
  ({ actor, params }) => getDelay(actor, params.id),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
