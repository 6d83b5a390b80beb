import { z } from "zod";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { hospitalStatsOutput } from "@/lib/domain/analytics/schema";
import { defineRoute } from "@/lib/platform/http/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/stats",
    operationId: "getHospitalStats",
    summary: "The hospital's numbers now, for its staff",
    description:
      "Counted from the rows when asked, all at the moment `asOf`: nothing is kept ready, and no two numbers are of different moments. " +
      "The public sees free beds and free ambulances as `capacity` of `GET /api/hospitals/{id}`.",
    tags: ["Hospitals"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: hospitalStatsOutput },
    errors: ["not-found"],
  },
  ({ actor, params }) => getHospitalStats(actor, params.id),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
