import { addCondition } from "@/lib/domain/background/add-condition";
import { listConditions } from "@/lib/domain/background/queries";
import { addConditionBody, conditionList, conditionOutput } from "@/lib/domain/background/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/patients/{id}/conditions");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "GET",
    operationId: "listConditions",
    summary: "List a patient's conditions",
    description: "For those who read the patient's record and doctors who treat them. Every read is logged.",
    response: { status: 200, schema: conditionList },
    errors: ["not-found"],
  },
  async ({ actor, params }) => ({ items: await listConditions(actor, params.id) }),
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "POST",
    operationId: "addCondition",
    summary: "Record a condition",
    body: addConditionBody,
    response: { status: 201, schema: conditionOutput },
    idempotent: true,
    errors: ["not-found", "already-exists", "conflict"],
    etag: ({ version }) => version,
    location: ({ id }) => `/api/conditions/${id}`,
  },
  ({ actor, params, body }) => addCondition(actor, { patientId: params.id, ...body }),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
