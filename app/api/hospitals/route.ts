import { searchListedHospitals } from "@/lib/domain/analytics/queries";
import { listedHospitalOutput } from "@/lib/domain/analytics/schema";
import { hospitalListQuery } from "@/lib/domain/hospitals/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/hospitals",
    operationId: "listHospitals",
    summary: "List hospitals with their free beds and ambulances, by name or nearest first",
    tags: ["Directory"],
    auth: "none",
    query: hospitalListQuery,
    response: { status: 200, schema: pageOf(listedHospitalOutput) },
  },
  ({ query: { limit, cursor, ...filter } }) => searchListedHospitals(filter, { limit, cursor }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
