import { defineRoute } from "@/lib/actor/define-route";
import { changeRecall } from "@/lib/domain/recalls/change-recall";
import { endRecall } from "@/lib/domain/recalls/end-recall";
import { getRecall } from "@/lib/domain/recalls/queries";
import { changeRecallBody, recallOutput } from "@/lib/domain/recalls/schema";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/recalls/{id}");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Recalls"],
    method: "GET",
    operationId: "getRecall",
    summary: "Get a recall, and whether it is booked",
    description: "Every read of a reason is logged.",
    response: { status: 200, schema: recallOutput },
    errors: ["not-found"],
    etag: ({ version }) => version,
  },
  ({ actor, params }) => getRecall(actor, params.id),
);

export const PATCH = defineRoute(
  {
    ...common,
    tags: ["Recalls"],
    method: "PATCH",
    operationId: "changeRecall",
    summary: "Change the month or the reason of an open recall; fields left out stay the same",
    description: "With another month the patient is told again.",
    body: changeRecallBody,
    response: { status: 200, schema: recallOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  ({ actor, params, body, ifMatch }) => changeRecall(actor, params.id, body, ifMatch),
);

export const DELETE = defineRoute(
  {
    ...common,
    tags: ["Recalls"],
    method: "DELETE",
    operationId: "removeRecall",
    summary: "Remove a recall, as its doctor",
    description: "It stays readable.",
    response: { status: 204 },
    errors: ["not-found", "forbidden", "invalid-transition"],
  },
  async ({ actor, params }) => {
    await endRecall(actor, params.id, "REMOVED");
  },
);

export { OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
