import { checkSignIn } from "@/lib/domain/administration/check-sign-in";
import { signInCheckInput, signInCheckOutput } from "@/lib/domain/administration/schema-people";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/sign-in-checks",
    operationId: "checkSignIn",
    summary: "Answer why someone can't sign in with an address; in a body, so that it stands in no log",
    tags: ["Administration"],
    auth: "required",
    body: signInCheckInput,
    response: { status: 200, schema: signInCheckOutput },
    errors: ["not-found"],
  },
  ({ actor, body }) => checkSignIn(actor, body),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
