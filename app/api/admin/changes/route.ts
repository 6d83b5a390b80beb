import { listChanges } from "@/lib/domain/administration/list-changes";
import { changeOutput, changesQuery } from "@/lib/domain/administration/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/changes",
    operationId: "listChanges",
    summary: "List changes requested by verified doctors and hospitals, oldest first",
    tags: ["Administration"],
    auth: "required",
    query: changesQuery,
    response: { status: 200, schema: pageOf(changeOutput) },
    errors: ["not-found"],
  },
  ({ actor, query }) => listChanges(actor, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
