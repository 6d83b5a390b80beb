import type { Actor } from "@/lib/actor/actor";
import { ACCESS_TOKEN_SECONDS } from "@/lib/platform/auth/access-token";
import { findActor, findSessionActor } from "@/lib/actor/find-actor";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import type { SocketOwner } from "@/lib/platform/realtime/grant";
import { signChannel, signOwner } from "@/lib/platform/realtime/publish";
import { getTrackedCallId } from "@/lib/domain/ambulances/get-tracked-call";
import { findDisplayOfKey } from "@/lib/domain/displays/queries";
import { findLinkOfKey } from "@/lib/domain/sharing/load-linked-record";
import { callChannel, canHear, channelsOf, displayChannel, linkChannel } from "./policy";
import { unsafeGetSessionEnd } from "./queries";

type ChannelRequest = { socket_id: string; channel_name: string; key?: string | undefined };
type ChannelGrant = { auth: string; signIn?: { auth: string; user_data: string } };

/**
 * Signs a socket's request to join a private channel its owner may receive: by account or, for the channel of one
 * ambulance call, of one link to a record or of one screen on a wall, by a secret of its own. An account's signature
 * includes the sign-in by which the socket is closed when the account loses the right. Throws `not-found` for all others,
 * `unauthenticated` without either.
 */
export async function authorizeChannel(actor: Actor | null, input: ChannelRequest): Promise<ChannelGrant> {
  if (input.key !== undefined) {
    if (input.channel_name !== (await channelOfKey(input.key, input.channel_name))) throw notFound();
    return { auth: signChannel(input.socket_id, input.channel_name).auth };
  }
  if (actor === null) throw new AppError("unauthenticated");
  const now = Date.now();
  const current = await reloadActor(actor);
  if (!canHear(current, input.channel_name)) throw notFound();
  const owner = await ownerOf(current, now);
  return { auth: signChannel(input.socket_id, input.channel_name).auth, signIn: signOwner(input.socket_id, owner) };
}

/** The only channel a secret opens. */
async function channelOfKey(key: string, wanted: string): Promise<string | null> {
  if (wanted.startsWith(displayChannel(""))) {
    const displayId = await findDisplayOfKey(key);
    return displayId && displayChannel(displayId);
  }
  if (!wanted.startsWith(linkChannel(""))) return callChannel(await getTrackedCallId(key));
  const linkId = await findLinkOfKey(key);
  return linkId && linkChannel(linkId);
}

/** The actor was loaded before the body was read, and a slow body can delay that: rights may have changed. */
async function reloadActor({ userId, sessionId }: Actor): Promise<Actor> {
  const current =
    sessionId !== null
      ? await findSessionActor(sessionId)
      : userId === null
        ? null
        : ((await findActor(userId, "token"))?.actor ?? null);
  if (!current) throw new AppError("unauthenticated");
  return current;
}

/** A session's sockets end with it; a token's when it would have to be renewed. */
async function ownerOf(actor: Actor, at: number): Promise<SocketOwner> {
  const hears = channelsOf(actor);
  if (actor.sessionId === null)
    return { id: actor.userId ?? "", grant: { hears, at, until: at + ACCESS_TOKEN_SECONDS * 1000 } };
  return { id: actor.sessionId, grant: { hears, at, until: (await unsafeGetSessionEnd(actor.sessionId)).getTime() } };
}
