import { defineRoute } from "@/lib/actor/define-route";
import { removeSubscription } from "@/lib/domain/push/remove-subscription";
import { subscriptionInput } from "@/lib/domain/push/schema";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/push-subscriptions/{id}",
    operationId: "removePushSubscription",
    summary: "End the notifications of one of your browsers",
    tags: ["Notifications"],
    auth: "required",
    params: subscriptionInput,
    response: { status: 204 },
    errors: ["not-found"],
  },
  async ({ actor, params }) => {
    await removeSubscription(actor, params);
  },
);

export { GET, OPTIONS, PATCH, POST, PUT } from "@/lib/platform/http/other-methods";
