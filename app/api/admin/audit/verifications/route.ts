import { stretchInput, stretchOutput } from "@/lib/domain/audit/schema";
import { verifyStretch } from "@/lib/domain/audit/verify-stretch";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/audit/verifications",
    operationId: "verifyAuditStretch",
    summary: "Compare a stretch of the audit trail with its seals, about 20,000 entries",
    tags: ["Administration"],
    auth: "required",
    body: stretchInput,
    response: { status: 200, schema: stretchOutput },
    errors: ["not-found"],
  },
  ({ actor, body }) => verifyStretch(actor, body),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
