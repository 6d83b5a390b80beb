import { z } from "zod";
import { defineRoute } from "@/lib/actor/define-route";
import { addSubscription } from "@/lib/domain/push/add-subscription";
import { toSubscriptionOutput } from "@/lib/domain/push/output";
import { listSubscriptions } from "@/lib/domain/push/queries";
import { addSubscriptionInput, subscriptionOutput, subscriptionsOutput } from "@/lib/domain/push/schema";
import { pushPublicKey } from "@/lib/platform/push/vapid";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/push-subscriptions",
    tags: ["Notifications"],
    auth: "required",
    operationId: "listPushSubscriptions",
    summary: "List your browsers that show notifications, and the key to subscribe with",
    query: z.strictObject({}),
    response: { status: 200, schema: subscriptionsOutput },
  },
  async ({ actor }) => ({
    publicKey: pushPublicKey(),
    items: (await listSubscriptions(actor)).map(toSubscriptionOutput),
  }),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/push-subscriptions",
    tags: ["Notifications"],
    auth: "required",
    operationId: "addPushSubscription",
    summary: "Have a browser show your notifications",
    description:
      "With what its `PushManager.subscribe()` has answered. A browser that does already is confirmed; an account has ten at most, and one more takes the place of the one not seen for longest. It ends when you sign out there.",
    body: addSubscriptionInput,
    response: { status: 201, schema: subscriptionOutput },
    errors: ["unavailable"],
    idempotent: true,
  },
  async ({ actor, body, request }) =>
    toSubscriptionOutput(await addSubscription(actor, { ...body, userAgent: request.headers.get("user-agent") ?? "" })),
);

export { DELETE, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
