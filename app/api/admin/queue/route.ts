import { listQueue } from "@/lib/domain/administration/list-queue";
import { candidateOutput, queueQuery } from "@/lib/domain/administration/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/queue",
    operationId: "listQueue",
    summary: "List doctors and hospitals by status, oldest first",
    tags: ["Administration"],
    auth: "required",
    query: queueQuery,
    response: { status: 200, schema: pageOf(candidateOutput) },
    errors: ["not-found"],
  },
  ({ actor, query }) => listQueue(actor, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
