import { z } from "zod";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { hospitalStatsOutput } from "@/lib/domain/analytics/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/stats",
    operationId: "getHospitalStats",
    summary: "Get the hospital's current numbers, for its staff",
    description:
      "Counted on request, all at the moment `asOf`.  " +
      "Free beds and ambulances are public as `capacity` in `GET /api/hospitals/{id}`.",
    tags: ["Hospitals"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: hospitalStatsOutput },
    errors: ["not-found"],
  },
  ({ actor, params }) => getHospitalStats(actor, params.id),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
