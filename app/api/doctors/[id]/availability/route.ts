import { z } from "zod";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { availabilityOutput, availabilityQuery } from "@/lib/domain/schedules/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/doctors/{id}/availability",
    operationId: "getAvailability",
    summary: "List a doctor's available times within at most 92 days",
    tags: ["Directory"],
    auth: "optional",
    params: z.strictObject({ id: uuid }),
    query: availabilityQuery,
    response: { status: 200, schema: availabilityOutput },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => getAvailability(params.id, query, null, query.as === "practice" ? actor : null),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
