import { z } from "zod";
import { getHospitalPage } from "@/lib/domain/analytics/queries";
import { hospitalPageOutput } from "@/lib/domain/analytics/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals/{id}",
    operationId: "getHospital",
    summary: "Get the public profile of a listed hospital, with its free beds and ambulances",
    tags: ["Directory"],
    auth: "none",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: hospitalPageOutput },
    errors: ["not-found"],
  },
  ({ params }) => getHospitalPage({ id: params.id }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
