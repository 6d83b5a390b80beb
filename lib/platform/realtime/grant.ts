import { z } from "zod";

/**
 * What a socket's sign-in says it may hear, signed with it. The channels server of ours lets a signed-in socket join
 * nothing else, so that a signature for a channel is worth something only together with the identity it was given to.
 */
export const grantSchema = z.object({
  /** Private channels, by name. */
  hears: z.array(z.string().min(1).max(200)).max(50),
  /** When the right was looked up; milliseconds since 1970, as `until`. */
  at: z.int(),
  /** When what it rests on is over: the socket is closed then. */
  until: z.int(),
});

/** Every private channel but that of one call for an ambulance, which is opened by the call's token and by no account. */
export function needsGrant(channel: string): boolean {
  return !channel.startsWith("private-call-");
}

export type Grant = z.infer<typeof grantSchema>;

/** Who a socket belongs to, for closing it, and what it may hear. */
export type SocketOwner = { id: string; grant: Grant };
