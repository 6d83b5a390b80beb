import { listServices } from "@/lib/domain/services/queries";
import { serviceListQuery, serviceOutput } from "@/lib/domain/services/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/services",
    operationId: "listServices",
    summary: "List services, each with the doctors available soonest",
    tags: ["Directory"],
    auth: "none",
    query: serviceListQuery,
    response: { status: 200, schema: pageOf(serviceOutput) },
  },
  ({ query: { limit, cursor, ...filter } }) => listServices(filter, { limit, cursor }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
