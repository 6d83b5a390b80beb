import { z } from "zod";

/**
 * What a socket's sign-in says it may receive, signed with it. Our channels server lets a signed-in socket join nothing
 * else, so that a channel's signature is only valid together with the identity it was issued to.
 */
export const grantSchema = z.object({
  /** Private channels, by name. */
  hears: z.array(z.string().min(1).max(200)).max(50),
  /** When the right was checked; milliseconds since 1970, like `until`. */
  at: z.int(),
  /** When its basis expires and the socket is closed. */
  until: z.int(),
});

/**
 * True for every private channel except that of one ambulance call, of one link to a record or of one screen on a wall,
 * which are opened by a secret and not by an account.
 */
export function needsGrant(channel: string): boolean {
  return !/^private-(call|link|display)-/.test(channel);
}

export type Grant = z.infer<typeof grantSchema>;

/** The owner of a socket, for closing it, and what it may receive. */
export type SocketOwner = { id: string; grant: Grant };
