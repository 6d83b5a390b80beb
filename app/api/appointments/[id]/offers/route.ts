import { loadOffers } from "@/lib/domain/disruptions/load-offers";
import { offersOutput } from "@/lib/domain/disruptions/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const GET = defineRoute(
  {
    ...byId("/api/appointments/{id}/offers"),
    tags: ["Appointments"],
    method: "GET",
    operationId: "listOffers",
    summary: "List the nearest times that an appointment which needs a new one could move to",
    description: "With the same doctor, and with colleagues of the same specialty at the same place.",
    response: { status: 200, schema: offersOutput },
    errors: ["not-found", "forbidden", "invalid-transition"],
  },
  ({ actor, params }) => loadOffers(actor, params.id),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
