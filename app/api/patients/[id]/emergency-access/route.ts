import { defineRoute } from "@/lib/actor/define-route";
import { listEmergenciesOf } from "@/lib/domain/emergency-access/queries";
import { emergencyIdInput, emergencyListQuery, emergencyOutput } from "@/lib/domain/emergency-access/schema";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/patients/{id}/emergency-access",
    operationId: "listEmergencyAccess",
    summary: "List who opened a patient's record in an emergency, why, and what the review says",
    tags: ["Sharing"],
    auth: "required",
    params: emergencyIdInput,
    query: emergencyListQuery,
    response: { status: 200, schema: pageOf(emergencyOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listEmergenciesOf(actor, params.id, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
