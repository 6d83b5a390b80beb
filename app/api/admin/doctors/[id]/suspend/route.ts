import { decideVerification } from "@/lib/domain/administration/decide-verification";
import { idParams, profileOutput, reasonInput } from "@/lib/domain/administration/schema";
import { defineRoute } from "@/lib/platform/http/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/doctors/{id}/suspend",
    operationId: "suspendDoctor",
    summary: "Suspend a verified doctor: no longer listed or booked",
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
      kind: "doctor",
      decision: "suspend",
      id: params.id,
      expectedVersion: ifMatch ?? undefined,
    }),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
