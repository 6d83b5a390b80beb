import { visiblePatientIds, type Actor } from "@/lib/actor/actor";

/** Returns all private channels the actor may listen to: those whose pages they may open. */
export function channelsOf({ userId, doctorId, hospitalId, staffRole, isAdmin }: Actor): string[] {
  return [
    ...(isAdmin ? ["private-admin"] : []),
    ...(userId === null ? [] : [`private-user-${userId}`]),
    ...(doctorId === null ? [] : [`private-doctor-${doctorId}`]),
    ...(hospitalId === null || staffRole === null ? [] : [`private-hospital-${hospitalId}`]),
  ];
}

/** Tells whether the actor may listen to a private channel, by the same rule as the pages behind it. */
export function canHear(actor: Actor, channel: string): boolean {
  return channelsOf(actor).includes(channel);
}

/**
 * Returns the channel of one ambulance call. No account opens it: accounts receive the call's events on their own
 * channels.
 */
export function callChannel(callId: string): string {
  return `private-call-${callId}`;
}

/** Returns the channel of one link to parts of a record, for the browsers that have opened it. */
export function linkChannel(linkId: string): string {
  return `private-link-${linkId}`;
}

/** Returns the channel of one screen on a wall. */
export function displayChannel(displayId: string): string {
  return `private-display-${displayId}`;
}

/** Tells whether everyone may listen to a channel. */
export function isPublic(channel: string): boolean {
  return channel === "everyone" || /^(doctor|hospital)-/.test(channel);
}

/**
 * Returns the entries of audiences whose events are told on a channel, as `publishEvents` sends them; null when this actor may
 * not listen to it. `"key"`: who has shown the secret that opens it.
 */
export function entriesOf(channel: string, listener: Actor | "key" | null): string[] | null {
  if (channel === "everyone") return [channel];
  if (isPublic(channel)) return [`public-${channel.replace("-", ":")}`];
  const entry = channel.replace("private-", "").replace("-", ":");
  if (listener === "key") return [entry];
  if (listener === null || !canHear(listener, channel)) return null;
  if (channel !== `private-user-${listener.userId ?? ""}`) return [entry];
  return [
    entry,
    ...visiblePatientIds(listener).map((id) => `patient:${id}`),
    ...listener.readablePatientIds.map((id) => `record:${id}`),
  ];
}

/** A user's own notifications. */
export function visibleTo(actor: Actor) {
  return actor.userId === null ? { id: { in: [] } } : { userId: actor.userId };
}
