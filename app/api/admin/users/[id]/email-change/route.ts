import { idParams } from "@/lib/domain/administration/schema";
import { requestEmailChange } from "@/lib/domain/email-changes/request-email-change";
import { emailChangeInput, emailChangeOutput } from "@/lib/domain/email-changes/schema";
import { withdrawEmailChange } from "@/lib/domain/email-changes/withdraw-email-change";
import { defineRoute } from "@/lib/actor/define-route";

const path = "/api/admin/users/{id}/email-change" as const;
const shared = { path, tags: ["Administration"], auth: "required" as const, params: idParams };

export const POST = defineRoute(
  {
    ...shared,
    method: "POST",
    operationId: "requestEmailChange",
    summary: "Ask for another address of an account: it counts once the link sent there is used",
    body: emailChangeInput,
    idempotent: true,
    response: { status: 201, schema: emailChangeOutput },
    errors: ["not-found", "forbidden", "already-exists"],
  },
  ({ actor, params, body }) => requestEmailChange(actor, { userId: params.id, ...body }),
);

export const DELETE = defineRoute(
  {
    ...shared,
    method: "DELETE",
    operationId: "withdrawEmailChange",
    summary: "Withdraw the pending change: its links open nothing any more",
    response: { status: 200, schema: emailChangeOutput },
    errors: ["not-found", "invalid-transition"],
  },
  ({ actor, params }) => withdrawEmailChange(actor, { userId: params.id }),
);

export { GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
