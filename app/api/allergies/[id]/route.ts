import { changeAllergy } from "@/lib/domain/background/change-allergy";
import { getAllergy } from "@/lib/domain/background/queries";
import { changeAllergyBody, allergyOutput } from "@/lib/domain/background/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

const common = byId("/api/allergies/{id}");

export const GET = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "GET",
    operationId: "getAllergy",
    summary: "Get an allergy and what its entry was before",
    description: "Every read is logged.",
    response: { status: 200, schema: allergyOutput },
    errors: ["not-found"],
    etag: ({ version }) => version,
  },
  ({ actor, params }) => getAllergy(actor, params.id),
);

export const PATCH = defineRoute(
  {
    ...common,
    tags: ["Records"],
    method: "PATCH",
    operationId: "changeAllergy",
    summary: "Change an allergy; fields left out stay the same",
    description: "Nothing is deleted: an entry that was never true becomes `ENTERED_IN_ERROR`, and stays so.",
    body: changeAllergyBody,
    response: { status: 200, schema: allergyOutput },
    errors: ["not-found", "already-exists", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: ({ version }) => version,
  },
  ({ actor, params, body, ifMatch }) => changeAllergy(actor, params.id, body, ifMatch),
);

export { DELETE, OPTIONS, POST, PUT } from "@/lib/platform/http/other-methods";
