import { toStayOutput } from "@/lib/domain/ward-closures/output";
import { listClosureStays } from "@/lib/domain/ward-closures/queries";
import { closureStayOutput, closureStaysQuery } from "@/lib/domain/ward-closures/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    ...byId("/api/ward-closures/{id}/stays"),
    tags: ["Beds"],
    method: "GET",
    operationId: "listClosureStays",
    summary: "List who still has one of the closed beds, and how they were told",
    description: "Patients in these beds are moved by a transfer, reservations to another bed by their status.",
    query: closureStaysQuery,
    response: { status: 200, schema: pageOf(closureStayOutput) },
    errors: ["not-found"],
  },
  async ({ actor, params, query }) => {
    const { items, nextCursor } = await listClosureStays(actor, params.id, query);
    return { items: items.map(toStayOutput), nextCursor };
  },
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
