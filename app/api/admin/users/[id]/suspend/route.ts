import { idParams, personOutput } from "@/lib/domain/administration/schema";
import { suspendUser } from "@/lib/domain/administration/suspend-user";
import { defineRoute } from "@/lib/actor/define-route";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/admin/users/{id}/suspend",
    operationId: "suspendUser",
    summary: "Suspend an account: its sessions and tokens stop working at once",
    tags: ["Administration"],
    auth: "required",
    params: idParams,
    response: { status: 200, schema: personOutput },
    errors: ["not-found", "forbidden"],
    etag: (person) => person.version,
  },
  ({ actor, params }) => suspendUser(actor, params.id),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
