import { changeCondition } from "@/lib/domain/background/change-condition";
import { getCondition } from "@/lib/domain/background/queries";
import { changeConditionBody, conditionOutput } from "@/lib/domain/background/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/conditions/{id}");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "GET",
    operationId: "getCondition",
    summary: "Get a condition and what its entry was before",
    description: "Every read is logged.",
    response: { status: 200, schema: conditionOutput },
    errors: ["not-found"],
    etag: ({ version }) => version,
  },
  ({ actor, params }) => getCondition(actor, params.id),
);

export const PATCH = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "PATCH",
    operationId: "changeCondition",
    summary: "Change a condition; fields left out stay the same",
    description: "Nothing is deleted: an entry that was never true becomes `ENTERED_IN_ERROR`, and stays so.",
    body: changeConditionBody,
    response: { status: 200, schema: conditionOutput },
    errors: ["not-found", "already-exists", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  ({ actor, params, body, ifMatch }) => changeCondition(actor, params.id, body, ifMatch),
);

export { DELETE, OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
