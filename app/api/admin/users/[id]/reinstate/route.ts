import { idParams, personOutput } from "@/lib/domain/administration/schema";
import { reinstateUser } from "@/lib/domain/administration/suspend-user";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/users/{id}/reinstate",
    operationId: "reinstateUser",
    summary: "Reinstate a suspended account, which can then sign in again",
    tags: ["Administration"],
    auth: "required",
    params: idParams,
    response: { status: 200, schema: personOutput },
    errors: ["not-found", "forbidden"],
    etag: (person) => person.version,
  },
  ({ actor, params }) => reinstateUser(actor, params.id),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
