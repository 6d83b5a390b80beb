import { toOutput } from "@/lib/domain/disruptions/output";
import { getDisruption } from "@/lib/domain/disruptions/queries";
import { disruptionOutput } from "@/lib/domain/disruptions/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const GET = defineRoute(
  {
    ...byId("/api/disruptions/{id}"),
    tags: ["Disruptions"],
    method: "GET",
    operationId: "getDisruption",
    summary: "Get one, and how many patients have been told",
    response: { status: 200, schema: disruptionOutput },
    errors: ["not-found"],
    etag: ({ version }) => version,
  },
  async ({ actor, params }) => toOutput(await getDisruption(actor, params.id)),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
