import { decideChange } from "@/lib/domain/administration/decide-change";
import { changeOutput, idParams, reasonInput } from "@/lib/domain/administration/schema";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/changes/{id}/reject",
    operationId: "rejectChange",
    summary: "Reject a change: the old values stay public",
    tags: ["Administration"],
    auth: "required",
    params: idParams,
    body: reasonInput,
    response: { status: 200, schema: changeOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: (change) => change.version,
  },
  ({ actor, params, body, ifMatch }) =>
    decideChange(actor, { ...body, id: params.id, decision: "reject", expectedVersion: ifMatch ?? undefined }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
