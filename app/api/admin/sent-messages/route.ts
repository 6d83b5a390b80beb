import { listAllMessages } from "@/lib/domain/messages/queries";
import { allMessagesQuery, sentMessageOutput } from "@/lib/domain/messages/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/admin/sent-messages",
    operationId: "listAllSentMessages",
    summary: "List all messages and what became of them, newest first",
    tags: ["Administration"],
    auth: "required",
    query: allMessagesQuery,
    response: { status: 200, schema: pageOf(sentMessageOutput) },
    errors: ["not-found"],
  },
  ({ actor, query }) => listAllMessages(actor, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
