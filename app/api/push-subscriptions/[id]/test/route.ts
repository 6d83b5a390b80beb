import { defineRoute } from "@/lib/actor/define-route";
import { TEST_LIMIT } from "@/lib/domain/push/rules";
import { subscriptionInput, testOutput } from "@/lib/domain/push/schema";
import { sendTestPush } from "@/lib/domain/push/send-test-push";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/push-subscriptions/{id}/test",
    operationId: "sendTestPush",
    summary: "Send a test notification to one of your browsers",
    tags: ["Notifications"],
    auth: "required",
    params: subscriptionInput,
    response: { status: 200, schema: testOutput },
    errors: ["not-found"],
    rateLimit: [{ ...TEST_LIMIT, by: "actor" }],
  },
  ({ actor, params }) => sendTestPush(actor, params),
);

export { DELETE, GET, OPTIONS, PATCH, PUT } from "@/lib/platform/http/other-methods";
