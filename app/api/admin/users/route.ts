import { listPeople } from "@/lib/domain/administration/queries";
import { peopleQuery, personOutput } from "@/lib/domain/administration/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/users",
    operationId: "listUsers",
    summary: "List accounts, newest first",
    tags: ["Administration"],
    auth: "required",
    query: peopleQuery,
    response: { status: 200, schema: pageOf(personOutput) },
    errors: ["not-found"],
  },
  ({ actor, query }) => listPeople(actor, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
