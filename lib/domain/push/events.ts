import type { EventDraft } from "@/lib/actor/record";

/** Which of an account's browsers show notifications has changed: open settings list them. */
function subscriptionEvent(type: string, userId: string): EventDraft {
  return {
    type,
    aggregate: "user",
    aggregateId: userId,
    audience: [`user:${userId}`],
    refs: {},
    sinks: ["channels"],
  };
}

export const subscriptionAdded = (userId: string) => subscriptionEvent("push-subscription.added", userId);
export const subscriptionRemoved = (userId: string) => subscriptionEvent("push-subscription.removed", userId);
