import { defineRoute } from "@/lib/actor/define-route";
import { endRecall } from "@/lib/domain/recalls/end-recall";
import { byId } from "@/lib/platform/http/by-id";

export const POST = defineRoute(
  {
    ...byId("/api/recalls/{id}/dismiss"),
    tags: ["Recalls"],
    method: "POST",
    operationId: "dismissRecall",
    summary: "Dismiss a recall, for the patient",
    response: { status: 204 },
    errors: ["not-found", "forbidden", "invalid-transition"],
  },
  async ({ actor, params }) => {
    await endRecall(actor, params.id, "DISMISSED");
  },
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
