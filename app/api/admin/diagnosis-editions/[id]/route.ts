import { z } from "zod";
import { removeEdition } from "@/lib/domain/codes/remove-edition";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/admin/diagnosis-editions/{id}",
    operationId: "removeDiagnosisEdition",
    summary: "Remove an edition doctors don't search in, or stop one on its way; stored diagnoses stay",
    tags: ["Administration"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 204 },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    ifMatch: true,
  },
  ({ actor, params, ifMatch }) => removeEdition(actor, params.id, ifMatch),
);

export { GET, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
