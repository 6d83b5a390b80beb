import { defineRoute } from "@/lib/actor/define-route";
import { reviewEmergencyAccess } from "@/lib/domain/emergency-access/review-emergency-access";
import { emergencyIdInput, reviewBody, reviewOutput } from "@/lib/domain/emergency-access/schema";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/emergency-access/{id}/review",
    operationId: "reviewEmergencyAccess",
    summary: "Say whether an emergency access was justified",
    description: "Once, and not by the doctor who opened it. The doctor and the patient see verdict and remark.",
    tags: ["Administration"],
    auth: "required",
    params: emergencyIdInput,
    body: reviewBody,
    response: { status: 200, schema: reviewOutput },
    errors: ["not-found", "forbidden", "invalid-transition"],
  },
  ({ actor, params, body }) => reviewEmergencyAccess(actor, { ...body, id: params.id }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
