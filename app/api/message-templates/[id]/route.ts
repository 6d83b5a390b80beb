import { removeTemplate } from "@/lib/domain/conversations/remove-template";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const DELETE = defineRoute(
  {
    ...byId("/api/message-templates/{id}"),
    tags: ["Messages"],
    method: "DELETE",
    operationId: "removeTemplate",
    summary: "Remove a template for messages",
    description: "Messages written with it stay.",
    response: { status: 204 },
    errors: ["not-found", "forbidden"],
  },
  ({ actor, params }) => removeTemplate(actor, params.id),
);

export { GET, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
