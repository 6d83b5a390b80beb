"use server";
import { headers } from "next/headers";
import { defineAction } from "@/lib/actor/define-action";
import { addSubscription } from "./add-subscription";
import { toSubscriptionOutput } from "./output";
import { removeSubscription } from "./remove-subscription";
import { TEST_LIMIT } from "./rules";
import { addSubscriptionInput, subscriptionInput } from "./schema";
import { sendTestPush } from "./send-test-push";

/** For the browser that asks. */
export const addSubscriptionAction = defineAction(
  addSubscriptionInput,
  async (actor, input) => {
    const userAgent = (await headers()).get("user-agent") ?? "";
    return toSubscriptionOutput(await addSubscription(actor, { ...input, userAgent }));
  },
  { name: "add-push-subscription" },
);
export const removeSubscriptionAction = defineAction(subscriptionInput, removeSubscription, {
  name: "remove-push-subscription",
});
export const sendTestPushAction = defineAction(subscriptionInput, sendTestPush, {
  name: "send-test-push",
  rateLimit: [{ ...TEST_LIMIT, by: "actor" }],
});
