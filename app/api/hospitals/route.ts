import { hospitalCardOutput, hospitalListQuery } from "@/lib/domain/hospitals/schema";
import { searchHospitals } from "@/lib/domain/hospitals/search-hospitals";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { pageOf } from "@/lib/platform/http/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals",
    operationId: "listHospitals",
    summary: "Listed hospitals, by name or nearest first",
    tags: ["Directory"],
    auth: "none",
    query: hospitalListQuery,
    response: { status: 200, schema: pageOf(hospitalCardOutput) },
  },
  ({ query: { limit, cursor, ...filter } }) => searchHospitals(filter, { limit, cursor }),
);

export const OPTIONS = preflight;
export { refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE } from "@/lib/platform/http/refuse-method";
