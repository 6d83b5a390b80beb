import { listAudit } from "@/lib/domain/administration/list-audit";
import { auditOutput, auditQuery } from "@/lib/domain/administration/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/audit",
    operationId: "listAudit",
    summary: "List the audit trail, newest first: codes and IDs only",
    tags: ["Administration"],
    auth: "required",
    query: auditQuery,
    response: { status: 200, schema: pageOf(auditOutput) },
    errors: ["not-found"],
  },
  ({ actor, query }) => listAudit(actor, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
