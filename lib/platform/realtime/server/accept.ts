import { randomInt } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import type { AppState } from "./channels";
import { closeSocket, Connection } from "./connection";
import type { ChannelsLimits } from "./limits";
import type { ChannelsLogger } from "./logger";
import { handleMessage } from "./messages";
import { CODE, encodeError, encodeInternal } from "./protocol";

const PROTOCOL = 7;

export type Acceptor = {
  /** Apps by key, which is what a client knows. */
  statesByKey: ReadonlyMap<string, AppState>;
  limits: ChannelsLimits;
  logger: ChannelsLogger;
};

/** Accepts a newly opened socket as a connection of its app, or closes it with the protocol's code. */
export function acceptSocket(acceptor: Acceptor, socket: WebSocket, request: IncomingMessage): void {
  // Without a listener a malformed frame would end the process; the close that follows reports it.
  socket.on("error", () => undefined);
  const target = admit(acceptor, request.url ?? "/");
  if (!("state" in target)) {
    socket.send(encodeError(target.code, target.reason), { binary: false });
    return closeSocket(socket, target.code, target.reason);
  }
  greet(acceptor, socket, target.state);
}

type Refusal = { code: number; reason: string };

function admit({ statesByKey, limits }: Acceptor, target: string): { state: AppState } | Refusal {
  const [path = "", query = ""] = target.split("?", 2);
  const key = /^\/app\/([^/]+)$/.exec(path)?.[1];
  if (key === undefined) return { code: CODE.pathNotFound, reason: "Path not found" };
  const state = statesByKey.get(key);
  if (state === undefined) return { code: CODE.unknownApp, reason: "App key not known" };
  const protocol = new URLSearchParams(query).get("protocol");
  if (protocol === null) return { code: CODE.noProtocol, reason: "No protocol version supplied" };
  if (!/^\d{1,3}$/.test(protocol)) return { code: CODE.invalidVersion, reason: "Invalid version string format" };
  if (Number(protocol) !== PROTOCOL) return { code: CODE.unsupportedProtocol, reason: "Unsupported protocol version" };
  if (state.connections.size >= limits.maxConnectionsPerApp) {
    return { code: CODE.overCapacity, reason: "Over capacity" };
  }
  return { state };
}

function greet({ limits, logger }: Acceptor, socket: WebSocket, state: AppState): void {
  const connection = new Connection(socket, freshSocketId(state), limits, performance.now());
  state.connections.set(connection.socketId, connection);
  socket.on("pong", () => connection.heard(performance.now()));
  socket.on("close", () => state.drop(connection));
  socket.on("message", (data, isBinary) => {
    // Frames still arrive while a close is under way; a refused client must not act any more.
    if (socket.readyState !== socket.OPEN) return;
    const now = performance.now();
    connection.heard(now);
    if (isBinary) return connection.close(CODE.unsupportedData, "Text frames only");
    if (!connection.messages.take(now)) return connection.close(CODE.overCapacity, "Too many messages");
    try {
      handleMessage(state, limits, connection, data.toString());
    } catch (error) {
      logger.error({ err: error }, "channels message failed");
      connection.close(CODE.overCapacity, "Internal error");
    }
  });
  connection.send(
    encodeInternal("pusher:connection_established", undefined, {
      socket_id: connection.socketId,
      activity_timeout: Math.max(1, Math.ceil(limits.activityTimeoutMs / 1000)),
    }),
  );
}

/** Unguessable, because a channel signature is valid for exactly one socket ID. */
function freshSocketId(state: AppState): string {
  const part = () => randomInt(1, 2 ** 47);
  for (;;) {
    const id = `${part()}.${part()}`;
    if (!state.connections.has(id)) return id;
  }
}
