import { endUserSession } from "@/lib/domain/administration/end-user-sessions";
import { endedSessionsOutput, sessionParams } from "@/lib/domain/administration/schema-people";
import { defineRoute } from "@/lib/actor/define-route";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/admin/users/{id}/sessions/{session}",
    operationId: "endUserSession",
    summary: "End one session: a browser's at once, a program's within 15 minutes",
    tags: ["Administration"],
    auth: "required",
    params: sessionParams,
    response: { status: 200, schema: endedSessionsOutput },
    errors: ["not-found", "forbidden"],
  },
  ({ actor, params }) => endUserSession(actor, { userId: params.id, id: params.session }),
);

export { GET, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
