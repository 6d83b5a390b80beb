import { z } from "zod";
import { MAX_NAME_LENGTH } from "./limits";

/**
 * Codes of the Pusher Channels protocol, version 7. What a client does with one depends on its range:
 * 4000–4099 give up, 4100–4199 reconnect after a second, 4200–4299 reconnect at once, 4300–4399 other.
 */
export const CODE = {
  goingAway: 1001,
  unsupportedData: 1003,
  unknownApp: 4001,
  pathNotFound: 4005,
  invalidVersion: 4006,
  unsupportedProtocol: 4007,
  noProtocol: 4008,
  unauthorised: 4009,
  overCapacity: 4100,
  signInOver: 4101,
  pongMissing: 4201,
  badMessage: 4300,
  clientEventRefused: 4301,
} as const;

export type ChannelKind = "public" | "private" | "presence" | "user";

const CHANNEL_NAME = /^[A-Za-z0-9_\-=@,.;]+$/;
const USER_CHANNEL = "#server-to-user-";
const SOCKET_ID = /^\d+\.\d+$/;

/** Returns the kind of a channel by its name; null when the protocol doesn't know the name. */
export function channelKind(name: string): ChannelKind | null {
  if (name.startsWith(USER_CHANNEL)) {
    return name.length > USER_CHANNEL.length && name.length <= MAX_NAME_LENGTH ? "user" : null;
  }
  if (name.length > MAX_NAME_LENGTH || !CHANNEL_NAME.test(name)) return null;
  if (name.startsWith("presence-")) return "presence";
  return name.startsWith("private-") ? "private" : "public";
}

export function isSocketId(value: string): boolean {
  return value.length <= 40 && SOCKET_ID.test(value);
}

/** Names the protocol reserves, so that no client can impersonate the server. */
export function isReservedEvent(name: string): boolean {
  return name.startsWith("pusher:") || name.startsWith("pusher_internal:");
}

export const subscribeSchema = z.object({
  channel: z.string(),
  auth: z.string().max(512).nullish(),
  channel_data: z.string().nullish(),
});
export const unsubscribeSchema = z.object({ channel: z.string() });
export const signinSchema = z.object({ auth: z.string().max(512), user_data: z.string() });

const messageSchema = z.object({
  event: z.string().min(1).max(MAX_NAME_LENGTH),
  channel: z.string().optional(),
  data: z.unknown().optional(),
});
export type ClientMessage = z.infer<typeof messageSchema>;

/** Reads one text frame of a client; null when it isn't a message of the protocol. */
export function decodeMessage(text: string): ClientMessage | null {
  const message = messageSchema.safeParse(parseJson(text));
  return message.success ? message.data : null;
}

/** Some clients send `data` as an object, others as JSON in a string; the protocol allows both. */
export function unwrapData(data: unknown): unknown {
  return typeof data === "string" ? parseJson(data) : data;
}

/** Parses JSON, and returns undefined instead of throwing on hostile text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One frame, encoded once and sent to as many sockets as need it. */
export type Frame = Buffer;

export type OutgoingMessage = { event: string; channel?: string; data?: unknown; user_id?: string };

export function encodeFrame(message: OutgoingMessage): Frame {
  return Buffer.from(JSON.stringify(message));
}

/** Version 7 sends the data of server messages as JSON in a string. */
export function encodeInternal(event: string, channel: string | undefined, data: object): Frame {
  return encodeFrame({ event, ...(channel === undefined ? {} : { channel }), data: JSON.stringify(data) });
}

export function encodeError(code: number, message: string): Frame {
  return encodeFrame({ event: "pusher:error", data: { code, message } });
}
