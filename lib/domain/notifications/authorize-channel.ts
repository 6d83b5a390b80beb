import type { Actor } from "@/lib/actor/actor";
import { ACCESS_TOKEN_SECONDS } from "@/lib/platform/auth/access-token";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import type { SocketOwner } from "@/lib/platform/realtime/grant";
import { signChannel, signOwner } from "@/lib/platform/realtime/publish";
import { channelOfKey } from "./internal/channel-of-key";
import { canHear, channelsOf } from "./policy";

type ChannelRequest = { socket_id: string; channel_name: string; key?: string | undefined };
type ChannelGrant = { auth: string; signIn?: { auth: string; user_data: string } };

/**
 * Signs a socket's request to join a private channel its owner may receive: by account or, for the channel of one
 * ambulance call, of one link to a record or of one screen on a wall, by a secret of its own. An account's signature
 * includes the sign-in by which the socket is closed when the account loses the right. Throws `not-found` for all others,
 * `unauthenticated` without either. `at`: milliseconds since 1970, before the actor was looked up. A right that was lost
 * since, as while a body arrived slowly, has closed the owner's sockets later, which makes the sign-in worthless.
 */
export async function authorizeChannel(actor: Actor | null, input: ChannelRequest, at: number): Promise<ChannelGrant> {
  if (input.key !== undefined) {
    if (input.channel_name !== (await channelOfKey(input.key, input.channel_name))) throw notFound();
    return { auth: signChannel(input.socket_id, input.channel_name).auth };
  }
  if (actor === null) throw new AppError("unauthenticated");
  if (!canHear(actor, input.channel_name)) throw notFound();
  return {
    auth: signChannel(input.socket_id, input.channel_name).auth,
    signIn: signOwner(input.socket_id, ownerOf(actor, at)),
  };
}

/** A session's sockets end with it; a token's when it would have to be renewed. */
function ownerOf(actor: Actor, at: number): SocketOwner {
  const { userId, sessionId, sessionEndsAt } = actor;
  const hears = channelsOf(actor);
  if (sessionId !== null) return { id: sessionId, grant: { hears, at, until: sessionEndsAt?.getTime() ?? 0 } };
  return { id: userId ?? "", grant: { hears, at, until: at + ACCESS_TOKEN_SECONDS * 1000 } };
}
