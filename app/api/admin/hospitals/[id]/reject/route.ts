import { decideVerification } from "@/lib/domain/administration/decide-verification";
import { idParams, profileOutput, reasonInput } from "@/lib/domain/administration/schema";
import { defineRoute } from "@/lib/platform/http/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/hospitals/{id}/reject",
    operationId: "rejectHospital",
    summary: "Reject a hospital that waits for verification",
    tags: ["Administration"],
    auth: "required",
    params: idParams,
    body: reasonInput,
    response: { status: 200, schema: profileOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: (profile) => profile.version,
  },
  ({ actor, params, body, ifMatch }) =>
    decideVerification(actor, {
      ...body,
      kind: "hospital",
      decision: "reject",
      id: params.id,
      expectedVersion: ifMatch ?? undefined,
    }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
