import { listConversations } from "@/lib/domain/conversations/queries";
import { conversationItem, conversationListQuery } from "@/lib/domain/conversations/schema";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/conversations",
    operationId: "listConversations",
    summary: "List the appointments with messages, without the messages",
    tags: ["Messages"],
    auth: "required",
    query: conversationListQuery,
    response: { status: 200, schema: pageOf(conversationItem) },
  },
  ({ actor, query: { inbox, ...page } }) => listConversations(actor, inbox, page),
);

export { DELETE, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
