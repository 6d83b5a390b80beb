import type { Actor } from "@/lib/platform/auth/actor";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { signChannel } from "@/lib/platform/realtime/publish";
import { trackedCallId } from "@/lib/domain/ambulances/track-call";
import { callChannel, canHear } from "./policy";

type Wish = { socket_id: string; channel_name: string; key?: string | undefined };

/**
 * The signature with which a socket joins a private channel its owner may hear: by account, or, for the channel of one
 * call for an ambulance, by the call's tracking token. Throws `not-found` for all others, `unauthenticated` for who
 * shows neither.
 */
export async function authorizeChannel(actor: Actor | null, input: Wish): Promise<{ auth: string }> {
  if (actor === null && input.key === undefined) throw new AppError("unauthenticated");
  const isOpen = input.key === undefined ? actor !== null && canHear(actor, input.channel_name) : input.channel_name === callChannel(await trackedCallId(input.key));
  if (!isOpen) throw notFound();
  return { auth: signChannel(input.socket_id, input.channel_name).auth };
}
