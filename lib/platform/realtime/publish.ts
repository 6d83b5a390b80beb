import http from "node:http";
import https from "node:https";
import Pusher from "pusher";
import { config } from "@/lib/platform/config/config";
import { AppError } from "@/lib/platform/errors/app-error";
import { log } from "@/lib/platform/log/log";
import type { SocketOwner } from "./grant";
import { isSpineEvent, type SpineEvent } from "./wire";

export { realtimeClientConfig } from "./client-config";

/** One event for one channel; `event` is the event's type. */
export type ChannelMessage = { channel: string; event: string; data: SpineEvent };

/** What a member of a presence channel shows the others. */
export type Presence = { user_id: string; user_info?: Record<string, string> };

/** The protocol's limit for one batch. */
const BATCH = 10;
const TIMEOUT_MS = 5_000;

let cached: Pusher | undefined;

function pusher(): Pusher {
  return (cached ??= createPusher());
}

function createPusher(): Pusher {
  const { appId, key, secret, host, port, cluster, useTLS } = config.pusher;
  // A kept-alive socket saves each event the handshake; parallel requests still get their own.
  const agent = useTLS ? new https.Agent({ keepAlive: true }) : new http.Agent({ keepAlive: true });
  const common = { appId, key, secret, useTLS, timeout: TIMEOUT_MS, agent };
  if (!host) return new Pusher({ ...common, cluster });
  return new Pusher({ ...common, host, ...(port === undefined ? {} : { port: String(port) }) });
}

/**
 * Publishes in the given order, ten at a time. Rejects with `unavailable` when the server refused a batch; the batches
 * before it have been delivered, so a caller that retries delivers at least once. Throws on data that isn't a
 * SpineEvent: nothing else may leave.
 */
export async function publishMessages(messages: readonly ChannelMessage[]): Promise<void> {
  const batch = messages.map(({ channel, event, data }) => {
    if (!isSpineEvent(data)) throw new TypeError("Only events leave for browsers.");
    return { channel, name: event, data: JSON.stringify(data) };
  });
  for (let start = 0; start < batch.length; start += BATCH) {
    await send(batch.slice(start, start + BATCH));
  }
}

/** The library's error contains the signed address; only the status is passed on. */
async function send(batch: Pusher.BatchEvent[]): Promise<void> {
  try {
    const response = await pusher().triggerBatch(batch);
    // An unread body keeps its socket from being reused.
    await response.text();
  } catch (error) {
    const status = error instanceof Pusher.RequestError ? error.status : undefined;
    throw new AppError("unavailable", `The channels server did not take the events (${status ?? "no answer"}).`);
  }
}

/**
 * Signs a socket's request to join a private or presence channel, for POST /api/realtime/auth. It signs anything, so
 * check the channel's policy first. Throws `invalid` on an impossible socket ID or channel.
 */
export function signChannel(socketId: string, channel: string, presence?: Presence): Pusher.ChannelAuthResponse {
  try {
    return pusher().authorizeChannel(socketId, channel, presence);
  } catch (cause) {
    throw new AppError("invalid", "This socket can't join this channel.", { cause });
  }
}

/** Signs a socket in as its owner's, with what it may receive, so that it can be closed when the right is lost. */
export function signOwner(socketId: string, { id, grant }: SocketOwner): Pusher.UserAuthResponse {
  try {
    return pusher().authenticateUser(socketId, { id, user_info: grant });
  } catch (cause) {
    throw new AppError("invalid", "This socket can't sign in.", { cause });
  }
}

/** Closes the sockets signed in as these owners. Rejects with `unavailable` when the server is unreachable. */
export async function closeSockets(ownerIds: readonly string[]): Promise<void> {
  await Promise.all(ownerIds.map(closeSocketsOf));
}

async function closeSocketsOf(ownerId: string): Promise<void> {
  try {
    await (await pusher().terminateUserConnections(ownerId)).text();
  } catch (error) {
    const status = error instanceof Pusher.RequestError ? error.status : undefined;
    // Retrying is pointless on a server that does not support it.
    if (status === 404 || status === 405) return log.warn({ status }, "the channels server cannot close sockets");
    throw new AppError("unavailable", `The channels server did not close the sockets (${status ?? "no answer"}).`);
  }
}
