import { isStaffOf, type Actor } from "@/lib/platform/auth/actor";

/** Whether the actor may listen on a private channel: the same line as the pages behind it. */
export function canHear(actor: Actor, channel: string): boolean {
  if (channel === "private-admin") return actor.isAdmin;
  const [, kind, id] = /^private-(user|doctor|hospital)-([0-9a-f-]{36})$/.exec(channel) ?? [];
  if (!id) return false;
  if (kind === "user") return actor.userId === id;
  if (kind === "doctor") return actor.doctorId === id;
  return isStaffOf(actor, id);
}

/** The channel of one call for an ambulance. No account opens it: those concerned hear of the call on their own. */
export function callChannel(callId: string): string {
  return `private-call-${callId}`;
}

/** A user's own notifications. */
export function visibleTo(actor: Actor) {
  return actor.userId === null ? { id: { in: [] } } : { userId: actor.userId };
}
