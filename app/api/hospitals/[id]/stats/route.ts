import { z } from "zod";
import { getHospitalStats } from "@/lib/domain/hospitals/count-hospital";
import { hospitalStatsOutput } from "@/lib/domain/hospitals/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { uuid } from "@/lib/platform/http/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}/stats",
    operationId: "getHospitalStats",
    summary: "The hospital's numbers now, for its staff",
    tags: ["Hospitals"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: hospitalStatsOutput },
    errors: ["not-found"],
  },
  ({ actor, params }) => getHospitalStats(actor, params.id),
);

export const OPTIONS = preflight;
export { refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE } from "@/lib/platform/http/refuse-method";
