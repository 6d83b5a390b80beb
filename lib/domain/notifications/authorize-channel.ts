import type { Actor } from "@/lib/platform/auth/actor";
import { notFound } from "@/lib/platform/errors/app-error";
import { signChannel } from "@/lib/platform/realtime/publish";
import { canHear } from "./policy";

/** The signature with which a socket joins a private channel its owner may hear. Throws `not-found` for all others. */
export function authorizeChannel(actor: Actor, input: { socket_id: string; channel_name: string }): { auth: string } {
  if (!canHear(actor, input.channel_name)) throw notFound();
  return { auth: signChannel(input.socket_id, input.channel_name).auth };
}
