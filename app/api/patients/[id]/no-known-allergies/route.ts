import { z } from "zod";
import { listAllergies } from "@/lib/domain/background/queries";
import { allergyList } from "@/lib/domain/background/schema";
import { stateNoAllergies } from "@/lib/domain/background/state-no-allergies";
import { defineRoute } from "@/lib/actor/define-route";
import { uuid } from "@/lib/platform/input/text";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/patients/{id}/no-known-allergies",
    operationId: "stateNoKnownAllergies",
    summary: "State that the patient has no known allergies, as of now",
    tags: ["Records"],
    auth: "required",
    params: z.strictObject({ id: uuid }),
    response: { status: 200, schema: allergyList },
    errors: ["not-found", "invalid-transition"],
  },
  async ({ actor, params }) => {
    await stateNoAllergies(actor, { patientId: params.id });
    return listAllergies(actor, params.id);
  },
);

export { DELETE, GET, OPTIONS, PATCH, POST } from "@/lib/platform/http/other-methods";
