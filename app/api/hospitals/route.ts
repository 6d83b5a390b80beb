import { searchListedHospitals } from "@/lib/domain/analytics/queries";
import { listedHospitalOutput } from "@/lib/domain/analytics/schema";
import { hospitalListQuery } from "@/lib/domain/hospitals/schema";
import { preflight } from "@/lib/platform/http/cors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals",
    operationId: "listHospitals",
    summary: "Listed hospitals with their free beds and ambulances, by name or nearest first",
    tags: ["Directory"],
    auth: "none",
    query: hospitalListQuery,
    response: { status: 200, schema: pageOf(listedHospitalOutput) },
  },
  ({ query: { limit, cursor, ...filter } }) => searchListedHospitals(filter, { limit, cursor }),
);

export const OPTIONS = preflight;
export {
  refuseMethod as POST,
  refuseMethod as PUT,
  refuseMethod as PATCH,
  refuseMethod as DELETE,
} from "@/lib/platform/http/refuse-method";
