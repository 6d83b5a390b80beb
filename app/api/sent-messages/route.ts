import { listOwnMessages } from "@/lib/domain/messages/queries";
import { sentMessageOutput, sentMessagesQuery } from "@/lib/domain/messages/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/sent-messages",
    operationId: "listSentMessages",
    summary: "List what you were sent by email, push, text message or in the portal, newest first",
    tags: ["Sent messages"],
    auth: "required",
    query: sentMessagesQuery,
    response: { status: 200, schema: pageOf(sentMessageOutput) },
  },
  ({ actor, query }) => listOwnMessages(actor, query),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
