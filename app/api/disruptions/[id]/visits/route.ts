import { toVisitOutput } from "@/lib/domain/disruptions/output";
import { listVisitsOf, standOfRow } from "@/lib/domain/disruptions/queries";
import { disruptionVisitOutput, disruptionVisitsQuery } from "@/lib/domain/disruptions/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    ...byId("/api/disruptions/{id}/visits"),
    tags: ["Disruptions"],
    method: "GET",
    operationId: "listDisruptedVisits",
    summary: "List the affected appointments, and what became of each",
    query: disruptionVisitsQuery,
    response: { status: 200, schema: pageOf(disruptionVisitOutput) },
    errors: ["not-found"],
  },
  async ({ actor, params, query }) => {
    const { items, nextCursor } = await listVisitsOf(actor, params.id, query);
    return { items: items.map((row) => toVisitOutput(row, standOfRow(row))), nextCursor };
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
