import { decideVerification } from "@/lib/domain/administration/decide-verification";
import { idParams, profileOutput, reasonInput } from "@/lib/domain/administration/schema";
import type { ErrorCode } from "@/lib/platform/errors/app-error";
import { defineRoute } from "@/lib/actor/define-route";

const SUMMARIES = {
  verify: (kind: string) => `Verify a ${kind}: listed from now on`,
  reject: (kind: string) => `Reject a ${kind} awaiting verification`,
  suspend: (kind: string) => `Suspend a verified ${kind}: no longer listed or booked`,
};

/** The route of one decision about one kind of profile. All but verifying take a reason. */
export function verificationRoute(kind: "doctor" | "hospital", decision: keyof typeof SUMMARIES) {
  const definition = {
    method: "POST" as const,
    path: `/api/admin/${kind}s/{id}/${decision}` as const,
    operationId: `${decision}${kind === "doctor" ? "Doctor" : "Hospital"}`,
    summary: SUMMARIES[decision](kind),
    tags: ["Administration"],
    auth: "required" as const,
    params: idParams,
    response: { status: 200 as const, schema: profileOutput },
    errors: ["not-found", "invalid-transition", "version-mismatch"] as ErrorCode[],
    ifMatch: true as const,
    etag: (profile: { version: number }) => profile.version,
  };
  if (decision === "verify") {
    return defineRoute(definition, ({ actor, params, ifMatch }) =>
      decideVerification(actor, { kind, decision, id: params.id, expectedVersion: ifMatch ?? undefined }),
    );
  }
  return defineRoute({ ...definition, body: reasonInput }, ({ actor, params, body, ifMatch }) =>
    decideVerification(actor, { ...body, kind, decision, id: params.id, expectedVersion: ifMatch ?? undefined }),
  );
}
