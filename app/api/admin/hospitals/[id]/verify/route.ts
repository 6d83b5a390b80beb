import { decideVerification } from "@/lib/domain/administration/decide-verification";
import { idParams, profileOutput } from "@/lib/domain/administration/schema";
import { defineRoute } from "@/lib/platform/http/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/hospitals/{id}/verify",
    operationId: "verifyHospital",
    summary: "Verify a hospital: listed from now on",
    tags: ["Administration"],
    auth: "required",
    params: idParams,
    response: { status: 200, schema: profileOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"],
    ifMatch: true,
    etag: (profile) => profile.version,
  },
  ({ actor, params, ifMatch }) =>
    decideVerification(actor, {
      kind: "hospital",
      decision: "verify",
      id: params.id,
      expectedVersion: ifMatch ?? undefined,
    }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
