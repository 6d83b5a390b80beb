import { defineRoute } from "@/lib/actor/define-route";
import { loadReport } from "@/lib/domain/analytics/load-report";
import { reportOutput, reportQuery } from "@/lib/domain/analytics/schema-report";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/numbers",
    operationId: "getNumbers",
    summary: "Count appointments, beds and calls over any days, compared with as many days before",
    description:
      "Of a hospital for its staff, of a doctor for the doctor, of everyone (without both) for administrators. " +
      "From sums of days, which follow each change within seconds. Lists of doctors and places have the busiest hundred; the files have all.",
    tags: ["Numbers"],
    auth: "required",
    query: reportQuery,
    response: { status: 200, schema: reportOutput },
    errors: ["not-found"],
  },
  ({ actor, query }) => loadReport(actor, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
