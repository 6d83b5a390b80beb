import { listQueues } from "@/lib/domain/waiting-room/list-queues";
import { queueListQuery, queueOutput } from "@/lib/domain/waiting-room/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/waiting-queues",
    operationId: "listWaitingQueues",
    summary: "List today's waiting queues of your hospital, or your own as a doctor",
    description: "Yesterday's and tomorrow's are listed too while someone waits in them. Empty for everyone else.",
    tags: ["Waiting room"],
    auth: "required",
    query: queueListQuery,
    response: { status: 200, schema: pageOf(queueOutput) },
  },
  ({ actor, query }) => listQueues(actor, query, new Date()),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
