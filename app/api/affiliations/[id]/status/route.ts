import { z } from "zod";
import { changeAffiliation } from "@/lib/domain/affiliations/change-affiliation";
import { toChangedOutput } from "@/lib/domain/affiliations/output";
import { affiliationStatusInput, changedAffiliationOutput } from "@/lib/domain/affiliations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/affiliations/{id}/status",
    operationId: "changeAffiliationStatus",
    summary: "Suspend, reinstate or end an affiliation",
    description:
      "Managers can do all three; the doctor can end it. Suspending closes the doctor's hours at the hospital until it is reinstated. Ending it asks patients with appointments there to choose another time.",
    tags: ["Affiliations"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    body: affiliationStatusInput,
    response: { status: 200, schema: changedAffiliationOutput },
    errors: ["not-found", "forbidden", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: (affiliation) => affiliation.version,
  },
  async ({ actor, params, body, ifMatch }) => toChangedOutput(await changeAffiliation(actor, params.id, body, ifMatch)),
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
