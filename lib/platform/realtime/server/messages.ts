import { type AppState, broadcast } from "./channels";
import type { Connection } from "./connection";
import type { ChannelsLimits } from "./limits";
import {
  channelKind,
  CODE,
  type ClientMessage,
  decodeMessage,
  encodeFrame,
  encodeInternal,
  isReservedEvent,
  signinSchema,
  subscribeSchema,
  unsubscribeSchema,
  unwrapData,
} from "./protocol";
import { canJoin, signInError } from "./grants";
import { readMember, readUser } from "./members";
import { verifyChannelAuth, verifyUserAuth } from "./signatures";

const PONG = encodeFrame({ event: "pusher:pong", data: {} });

/** Handles one text frame of a client. Nothing a client sends throws; errors are answered. */
export function handleMessage(state: AppState, limits: ChannelsLimits, connection: Connection, text: string): void {
  const message = decodeMessage(text);
  if (message === null) return connection.sendError(CODE.badMessage, "Not a message of the protocol");
  switch (message.event) {
    case "pusher:ping":
      return connection.send(PONG);
    case "pusher:pong":
      return;
    case "pusher:subscribe":
      return subscribe(state, limits, connection, message);
    case "pusher:unsubscribe":
      return unsubscribe(state, connection, message);
    case "pusher:signin":
      return signIn(state, limits, connection, message);
    default:
      return message.event.startsWith("client-")
        ? clientEvent(state, limits, connection, message)
        : connection.sendError(CODE.badMessage, "Unknown event");
  }
}

function subscribe(state: AppState, limits: ChannelsLimits, connection: Connection, message: ClientMessage): void {
  const request = subscribeSchema.safeParse(unwrapData(message.data));
  if (!request.success) return connection.sendError(CODE.badMessage, "Invalid subscription");
  const { channel: name, auth, channel_data: channelData } = request.data;
  const kind = channelKind(name);
  if (kind === null) return connection.sendError(CODE.badMessage, "Invalid channel name");
  if (!connection.subscriptions.has(name) && connection.subscriptions.size >= limits.maxChannelsPerConnection) {
    return refuse(connection, name, CODE.overCapacity, "Too many channels on this connection", 413);
  }
  if (kind === "user" && name !== `#server-to-user-${connection.user?.id ?? ""}`) {
    return refuse(connection, name, CODE.unauthorised, "Sign in as this user first", 401);
  }
  if (!canJoin(state, connection, name, kind)) {
    return refuse(connection, name, CODE.unauthorised, "Sign in with a grant for this channel first", 401);
  }
  if (kind === "private" || kind === "presence") {
    if (!verifyChannelAuth(state.app, connection.socketId, name, channelData ?? null, auth ?? "")) {
      return refuse(connection, name, CODE.unauthorised, "Invalid signature", 401);
    }
  }
  if (kind !== "presence") return state.subscribe(connection, name, kind, null);

  const member = channelData ? readMember(channelData, limits) : connection.user;
  if (member === null) return refuse(connection, name, CODE.badMessage, "Invalid channel_data", 400);
  const members = state.channels.get(name)?.members;
  if (members && !members.has(member.id) && members.size >= limits.maxPresenceMembers) {
    return refuse(connection, name, CODE.overCapacity, "Too many members on this channel", 413);
  }
  state.subscribe(connection, name, kind, member);
}

/** Refuses twice: `pusher:error` for the protocol, and the event on the channel for its listener. */
function refuse(connection: Connection, channel: string, code: number, error: string, status: number): void {
  connection.sendError(code, error);
  connection.send(encodeInternal("pusher:subscription_error", channel, { type: "AuthError", error, status }));
}

function unsubscribe(state: AppState, connection: Connection, message: ClientMessage): void {
  const request = unsubscribeSchema.safeParse(unwrapData(message.data));
  if (!request.success) return connection.sendError(CODE.badMessage, "Invalid unsubscription");
  state.unsubscribe(connection, request.data.channel);
}

function signIn(state: AppState, limits: ChannelsLimits, connection: Connection, message: ClientMessage): void {
  const request = signinSchema.safeParse(unwrapData(message.data));
  if (!request.success) return connection.sendError(CODE.badMessage, "Invalid sign-in");
  const { auth, user_data: userData } = request.data;
  if (!verifyUserAuth(state.app, connection.socketId, userData, auth)) {
    return connection.close(CODE.unauthorised, "Invalid signature");
  }
  const user = readUser(userData, limits);
  if (user === null) return connection.close(CODE.unauthorised, "Invalid user_data");
  const fault = signInError(state, user.id, user.info, Date.now());
  if (fault === "late") return connection.close(CODE.signInOver, "The sign-in is over");
  if (fault !== null) return connection.close(CODE.unauthorised, "The sign-in is not valid");
  // Another user on the same socket would inherit the first one's channels.
  if (connection.user !== null && connection.user.id !== user.id) {
    return connection.close(CODE.unauthorised, "Signed in as another user already");
  }
  state.signIn(connection, user);
  connection.send(encodeInternal("pusher:signin_success", undefined, { user_data: userData }));
}

function clientEvent(state: AppState, limits: ChannelsLimits, connection: Connection, message: ClientMessage): void {
  const refused = (reason: string) => connection.sendError(CODE.clientEventRefused, reason);
  if (!state.app.clientEvents) return refused("Client events are not enabled for this app");
  const channel = message.channel === undefined ? undefined : state.channels.get(message.channel);
  if (!channel || !connection.subscriptions.has(channel.name)) return refused("Subscribe to the channel first");
  const isEncrypted = channel.name.startsWith("private-encrypted-");
  if (isEncrypted || (channel.kind !== "private" && channel.kind !== "presence")) {
    return refused("Client events are only for private and presence channels");
  }
  if (isReservedEvent(message.event)) return refused("Reserved event name");
  if (Buffer.byteLength(JSON.stringify(message.data ?? null)) > limits.maxEventDataBytes) {
    return refused("The data is too large");
  }
  if (!connection.clientEvents.take(performance.now())) return refused("Too many client events");
  const memberId = connection.subscriptions.get(channel.name) ?? null;
  const event = { event: message.event, channel: channel.name, data: message.data };
  broadcast(channel, encodeFrame(memberId === null ? event : { ...event, user_id: memberId }), connection.socketId);
}
