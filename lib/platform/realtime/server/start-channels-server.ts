import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { acceptSocket } from "./accept";
import { AppState } from "./channels";
import { Gate, type GateOptions } from "./gate";
import { startHeartbeat } from "./heartbeat";
import { handleHttp } from "./http-api";
import { type ChannelsLimits, DEFAULT_LIMITS } from "./limits";
import { type ChannelsLogger, SILENT } from "./logger";
import { countRefused, measureChannels } from "./measure";
import { CODE } from "./protocol";
import type { ChannelsApp } from "./signatures";

export type ChannelsServerOptions = GateOptions & {
  host: string;
  /** 0 uses any free port. */
  port: number;
  apps: ChannelsApp[];
  limits?: Partial<ChannelsLimits>;
  logger?: ChannelsLogger;
  /** With it /metrics may be read; without one there is nothing there. */
  metricsToken?: string | undefined;
};

export type ChannelsServer = {
  port: number;
  /** Tells every client to come back (1001), then stops listening. */
  close(): Promise<void>;
};

/** The longest wait for clients to answer the farewell. */
const CLOSE_DEADLINE_MS = 1_000;

/**
 * Starts a server for the Pusher Channels protocol, version 7: WebSockets at /app/:key, the signed HTTP API at
 * /apps/:id, GET /health, GET /metrics. Refuses pages of unknown sites and networks with too many sockets. State is in memory: after
 * a restart clients subscribe again by themselves. Rejects with the system's error when the address is taken.
 */
export async function startChannelsServer(options: ChannelsServerOptions): Promise<ChannelsServer> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const logger = options.logger ?? SILENT;
  const states = options.apps.map((app) => new AppState(app));
  const { metricsToken } = options;
  const api = { states: new Map(states.map((state) => [state.app.id, state])), limits, logger, metricsToken };
  measureChannels(states);
  const acceptor = { statesByKey: new Map(states.map((state) => [state.app.key, state])), limits, logger };

  const http = createServer((request, response) => void handleHttp(api, request, response));
  http.requestTimeout = 10_000;
  http.headersTimeout = 10_000;
  // Longer than publishers keep their idle sockets, so that none is reused at the moment it closes.
  http.keepAliveTimeout = 75_000;
  const gate = new Gate(options, limits.maxConnectionsPerAddress);
  const sockets = new WebSocketServer({
    server: http,
    maxPayload: limits.maxFrameBytes,
    perMessageDeflate: false,
    verifyClient: ({ req }, answer) => {
      const refusal = gate.refusal(req);
      if (refusal) countRefused(refusal.status);
      return refusal ? answer(false, refusal.status, refusal.reason) : answer(true);
    },
  });
  sockets.on("connection", (socket, request) => {
    socket.once("close", gate.enter(request));
    acceptSocket(acceptor, socket, request);
  });
  // The caller gets the HTTP server's own error; the WebSocket server repeats it.
  sockets.on("error", () => undefined);

  const port = await listen(http, options.host, options.port);
  const stopHeartbeat = startHeartbeat(states, limits);
  return {
    port,
    close: async () => {
      stopHeartbeat();
      await closeAll(http, sockets);
    },
  };
}

function listen(http: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, host, () => {
      http.off("error", reject);
      resolve((http.address() as AddressInfo).port);
    });
  });
}

/**
 * 1001 rather than 4200: a client then waits a second before it returns. With 4200 it would return at once, find the
 * port still closed, and pusher-js would let its whole 15-second attempt run out before retrying.
 */
async function closeAll(http: Server, sockets: WebSocketServer): Promise<void> {
  const stopped = new Promise<void>((resolve) => http.close(() => resolve()));
  sockets.close();
  for (const socket of sockets.clients) socket.close(CODE.goingAway, "Server restarting");
  http.closeIdleConnections();
  const deadline = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
    http.closeAllConnections();
  }, CLOSE_DEADLINE_MS);
  await stopped;
  clearTimeout(deadline);
}
