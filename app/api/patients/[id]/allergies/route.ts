import { addAllergy } from "@/lib/domain/background/add-allergy";
import { listAllergies } from "@/lib/domain/background/queries";
import { addAllergyBody, allergyList, allergyOutput } from "@/lib/domain/background/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/patients/{id}/allergies");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "GET",
    operationId: "listAllergies",
    summary: "List a patient's allergies, or get the answer that there are none",
    description: "For those who read the patient's record and doctors who treat them. Every read is logged.",
    response: { status: 200, schema: allergyList },
    errors: ["not-found"],
  },
  ({ actor, params }) => listAllergies(actor, params.id),
);

export const POST = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "POST",
    operationId: "addAllergy",
    summary: "Record an allergy",
    description: "A statement that there are no known allergies ends with it.",
    body: addAllergyBody,
    response: { status: 201, schema: allergyOutput },
    idempotent: true,
    errors: ["not-found", "already-exists", "conflict"],
    etag: ({ version }) => version,
    location: ({ id }) => `/api/allergies/${id}`,
  },
  ({ actor, params, body }) => addAllergy(actor, { patientId: params.id, ...body }),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
