import { getQueue } from "@/lib/domain/waiting-room/queries";
import { queueDetailOutput } from "@/lib/domain/waiting-room/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const GET = defineRoute(
  {
    ...byId("/api/waiting-queues/{id}"),
    method: "GET",
    operationId: "getWaitingQueue",
    summary: "Get a waiting queue: who is called, who is next and how long each will wait",
    tags: ["Waiting room"],
    response: { status: 200, schema: queueDetailOutput },
    errors: ["not-found"],
    // Waits change without its version, so there is no 304.
  },
  ({ actor, params }) => getQueue(actor, params.id, new Date()),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
