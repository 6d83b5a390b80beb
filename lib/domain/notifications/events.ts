import type { EventDraft } from "@/lib/actor/record";

/** Something new for one person's notifications. */
export function notificationCreated(userId: string): EventDraft {
  return {
    type: "notification.created",
    aggregate: "user",
    aggregateId: userId,
    audience: [`user:${userId}`],
    sinks: ["channels"],
  };
}

/** A notification was withdrawn, because what it asks for is no longer needed. */
export function notificationWithdrawn(userId: string): EventDraft {
  return { ...notificationCreated(userId), type: "notification.withdrawn" };
}

/** Some of one person's notifications were read, or all. */
export function notificationsRead(userId: string): EventDraft {
  return { ...notificationCreated(userId), type: "notification.read" };
}
