import { idParams } from "@/lib/domain/administration/schema";
import { passwordLinkOutput } from "@/lib/domain/administration/schema-people";
import { sendPasswordLink } from "@/lib/domain/administration/send-password-link";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/users/{id}/password-link",
    operationId: "sendPasswordLink",
    summary: "Send the owner of an account a link to choose a password, to the account's address",
    tags: ["Administration"],
    auth: "required",
    params: idParams,
    response: { status: 200, schema: passwordLinkOutput },
    errors: ["not-found", "forbidden", "rate-limited"],
  },
  ({ actor, params }) => sendPasswordLink(actor, params.id),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
