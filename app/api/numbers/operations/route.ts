import { defineRoute } from "@/lib/actor/define-route";
import { listOperationsBehind } from "@/lib/domain/analytics/list-operations-behind";
import { operationBehindOutput, operationsQuery } from "@/lib/domain/analytics/schema-report";
import { cursor, limit, pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/numbers/operations",
    operationId: "listCountedOperations",
    summary: "List the stays, calls or filled times behind a hospital's number, the latest first",
    description: "For the hospital's staff.",
    tags: ["Numbers"],
    auth: "required",
    query: operationsQuery.extend({ limit, cursor: cursor.optional() }),
    response: { status: 200, schema: pageOf(operationBehindOutput) },
    errors: ["not-found"],
  },
  ({ actor, query: { limit, cursor, ...query } }) => listOperationsBehind(actor, query, { limit, cursor }),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
