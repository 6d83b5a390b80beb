import { movePatients, planPatientMoves } from "@/lib/domain/disruptions/move-patients";
import { DISRUPTION_LIMIT, movedOutput, movesInput, movesOutput, movesQuery } from "@/lib/domain/disruptions/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/disruptions/{id}/moves");
const tags = ["Disruptions"];
const rateLimit = [{ ...DISRUPTION_LIMIT, by: "actor" as const }];

export const GET = defineRoute(
  {
    ...common,
    tags,
    method: "GET",
    operationId: "planMoves",
    summary: "Propose a new time for each appointment that still needs one",
    description: "With the same doctor or a colleague, the nearest first; fifty at most. Changes nothing.",
    query: movesQuery,
    rateLimit,
    response: { status: 200, schema: movesOutput },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => planPatientMoves(actor, { id: params.id, ...query }),
);

export const POST = defineRoute(
  {
    ...common,
    tags,
    method: "POST",
    operationId: "movePatients",
    summary: "Reschedule appointments to the proposed times",
    description:
      "Each on its own, by compare-and-swap on its version: one that has changed meanwhile, or whose new time is taken, keeps its time and is reported. After an outage the rest is reported as `unavailable`, and can be sent again.",
    body: movesInput,
    rateLimit,
    response: { status: 200, schema: movedOutput },
    errors: ["not-found"],
  },
  ({ actor, params, body }) => movePatients(actor, { id: params.id, ...body }),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
