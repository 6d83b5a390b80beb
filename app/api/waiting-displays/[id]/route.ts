import { endDisplay } from "@/lib/domain/displays/end-display";
import { defineRoute } from "@/lib/actor/define-route";
import { byId } from "@/lib/platform/http/by-id";

export const DELETE = defineRoute(
  {
    ...byId("/api/waiting-displays/{id}"),
    tags: ["Waiting room"],
    method: "DELETE",
    operationId: "endDisplay",
    summary: "End a screen on the wall",
    description: "It shows nothing more, where it is open too.",
    response: { status: 204 },
    errors: ["not-found"],
  },
  ({ actor, params }) => endDisplay(actor, params.id),
);

export { GET, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
