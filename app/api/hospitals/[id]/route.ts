import { z } from "zod";
import { getHospitalProfile } from "@/lib/domain/hospitals/queries";
import { hospitalProfileOutput } from "@/lib/domain/hospitals/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { uuid } from "@/lib/platform/http/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}",
    operationId: "getHospital",
    summary: "The public profile of a listed hospital",
    tags: ["Directory"],
    auth: "none",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: hospitalProfileOutput },
    errors: ["not-found"],
  },
  ({ params }) => getHospitalProfile({ id: params.id }),
);

export const OPTIONS = preflight;
export { refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE } from "@/lib/platform/http/refuse-method";
