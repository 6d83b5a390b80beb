import { z } from "zod";
import { availability } from "@/lib/domain/schedules/queries";
import { availabilityOutput, availabilityQuery } from "@/lib/domain/schedules/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/doctors/{id}/availability",
    operationId: "getAvailability",
    summary: "The free slots of a doctor in a window of at most 92 days",
    tags: ["Directory"],
    auth: "none",
    params: z.strictObject({ id: uuid }),
    query: availabilityQuery,
    response: { status: 200, schema: availabilityOutput },
    errors: ["not-found"],
  },
  ({ params, query }) => availability(params.id, query),
);

export const OPTIONS = preflight;
export {
  refuseMethod as POST,
  refuseMethod as PUT,
  refuseMethod as PATCH,
  refuseMethod as DELETE,
} from "@/lib/platform/http/refuse-method";
