import { loadPerson } from "@/lib/domain/administration/load-person";
import { idParams } from "@/lib/domain/administration/schema";
import { personDetailsOutput } from "@/lib/domain/administration/schema-people";
import { defineRoute } from "@/lib/actor/define-route";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/users/{id}",
    operationId: "getUser",
    summary: "Read one account, with what explains its sign-ins and emails; each look is in the audit trail",
    tags: ["Administration"],
    auth: "required",
    params: idParams,
    response: { status: 200, schema: personDetailsOutput },
    errors: ["not-found"],
    etag: (person) => person.version,
  },
  ({ actor, params }) => loadPerson(actor, params.id),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
