import { decideChange } from "@/lib/domain/administration/decide-change";
import { changeOutput, idParams } from "@/lib/domain/administration/schema";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/changes/{id}/approve",
    operationId: "approveChange",
    summary: "Approve a change: the new values become public at once",
    tags: ["Administration"],
    auth: "required",
    params: idParams,
    response: { status: 200, schema: changeOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch", "already-exists"],
    ifMatch: true,
    etag: (change) => change.version,
  },
  ({ actor, params, ifMatch }) =>
    decideChange(actor, { id: params.id, decision: "approve", expectedVersion: ifMatch ?? undefined }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
