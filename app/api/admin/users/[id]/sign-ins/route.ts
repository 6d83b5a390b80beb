import { listSignIns } from "@/lib/domain/administration/list-sign-ins";
import { idParams } from "@/lib/domain/administration/schema";
import { peoplePageQuery, signInOutput } from "@/lib/domain/administration/schema-people";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/users/{id}/sign-ins",
    operationId: "listUserSignIns",
    summary: "List when someone signed in to an account or failed to, newest first",
    tags: ["Administration"],
    auth: "required",
    params: idParams,
    query: peoplePageQuery,
    response: { status: 200, schema: pageOf(signInOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listSignIns(actor, params.id, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
