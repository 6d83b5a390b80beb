import type { Actor } from "@/lib/actor/actor";

/** All private channels the actor may listen on: those whose pages they may open. */
export function channelsOf({ userId, doctorId, hospitalId, staffRole, isAdmin }: Actor): string[] {
  return [
    ...(isAdmin ? ["private-admin"] : []),
    ...(userId === null ? [] : [`private-user-${userId}`]),
    ...(doctorId === null ? [] : [`private-doctor-${doctorId}`]),
    ...(hospitalId === null || staffRole === null ? [] : [`private-hospital-${hospitalId}`]),
  ];
}

/** Whether the actor may listen on a private channel: the same line as the pages behind it. */
export function canHear(actor: Actor, channel: string): boolean {
  return channelsOf(actor).includes(channel);
}

/** The channel of one call for an ambulance. No account opens it: those concerned hear of the call on their own. */
export function callChannel(callId: string): string {
  return `private-call-${callId}`;
}

/** A user's own notifications. */
export function visibleTo(actor: Actor) {
  return actor.userId === null ? { id: { in: [] } } : { userId: actor.userId };
}
