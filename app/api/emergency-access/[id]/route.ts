import { defineRoute } from "@/lib/actor/define-route";
import { endEmergencyAccess } from "@/lib/domain/emergency-access/end-emergency-access";
import { emergencyIdInput } from "@/lib/domain/emergency-access/schema";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/emergency-access/{id}",
    operationId: "endEmergencyAccess",
    summary: "Close a record opened in an emergency before its four hours are over",
    tags: ["Sharing"],
    auth: "required",
    params: emergencyIdInput,
    response: { status: 204 },
    errors: ["not-found"],
  },
  async ({ actor, params }) => {
    await endEmergencyAccess(actor, params);
  },
);

export { GET, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
