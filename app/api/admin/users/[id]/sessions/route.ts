import { endUserSessions } from "@/lib/domain/administration/end-user-sessions";
import { listSessions } from "@/lib/domain/administration/list-sessions";
import { idParams } from "@/lib/domain/administration/schema";
import { endedSessionsOutput, peoplePageQuery, sessionOutput } from "@/lib/domain/administration/schema-people";
import { defineRoute } from "@/lib/actor/define-route";
import { pageOf } from "@/lib/platform/input/query";

const path = "/api/admin/users/{id}/sessions" as const;
const shared = { path, tags: ["Administration"], auth: "required" as const, params: idParams };

export const GET = defineRoute(
  {
    ...shared,
    method: "GET",
    operationId: "listUserSessions",
    summary: "List an account's open sessions, newest first",
    query: peoplePageQuery,
    response: { status: 200, schema: pageOf(sessionOutput) },
    errors: ["not-found"],
  },
  ({ actor, params, query }) => listSessions(actor, params.id, query),
);

export const DELETE = defineRoute(
  {
    ...shared,
    method: "DELETE",
    operationId: "endUserSessions",
    summary: "End all sessions and tokens of an account",
    response: { status: 200, schema: endedSessionsOutput },
    errors: ["not-found", "forbidden"],
  },
  ({ actor, params }) => endUserSessions(actor, params.id),
);

export { OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
