import { createHmac } from "node:crypto";
import Pusher from "pusher";
import PusherClient, { type Channel } from "pusher-js";
import { WebSocket } from "ws";
import type { GateOptions } from "@/lib/platform/realtime/server/gate";
import type { ChannelsLimits } from "@/lib/platform/realtime/server/limits";
import { type ChannelsServer, startChannelsServer } from "@/lib/platform/realtime/server/start-channels-server";
import type { ChannelsApp } from "@/lib/platform/realtime/server/signatures";

export const APP: ChannelsApp = { id: "care", key: "care-key", secret: "care-secret" };
/** The app whose browsers may send client events. */
export const CHATTY: ChannelsApp = { id: "chatty", key: "chatty-key", secret: "chatty-secret", clientEvents: true };

export type Message = { event: string; channel?: string; data?: unknown; user_id?: string };

/** Everything a test opened; call `closeAll` in afterEach. */
const open: (() => unknown)[] = [];

export async function closeAll(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close();
}

export async function startServer(
  limits: Partial<ChannelsLimits> = {},
  port = 0,
  gate: GateOptions = {},
): Promise<ChannelsServer> {
  const server = await startChannelsServer({ host: "127.0.0.1", port, apps: [APP, CHATTY], limits, ...gate });
  open.push(() => server.close());
  return server;
}

/** The publisher of an app, as the product's own server would make it. */
export function publisher(port: number, app = APP): Pusher {
  return new Pusher({
    appId: app.id,
    key: app.key,
    secret: app.secret,
    host: "127.0.0.1",
    port: String(port),
    timeout: 5_000,
  });
}

type BrowserOptions = { app?: ChannelsApp; userId?: string; userInfo?: Record<string, unknown>; forge?: boolean };

/** A pusher-js client whose channels are signed by `pusher`, as POST /api/realtime/auth would sign them. */
export function browser(port: number, options: BrowserOptions = {}): PusherClient {
  const app = options.app ?? APP;
  const signer = publisher(port, options.forge ? { ...app, secret: "not the secret" } : app);
  const member =
    options.userId === undefined ? undefined : { user_id: options.userId, user_info: options.userInfo ?? {} };
  const client = new PusherClient(app.key, {
    cluster: "",
    wsHost: "127.0.0.1",
    wsPort: port,
    forceTLS: false,
    enabledTransports: ["ws"],
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, callback) => {
        const presence = channelName.startsWith("presence-") ? member : undefined;
        callback(null, signer.authorizeChannel(socketId, channelName, presence));
      },
    },
    userAuthentication: {
      customHandler: ({ socketId }, callback) =>
        callback(null, signer.authenticateUser(socketId, { id: options.userId ?? "nobody" })),
    },
  });
  open.push(() => client.disconnect());
  return client;
}

type Emitter = Record<"bind" | "unbind", (event: string, listener: (data: never) => void) => unknown>;

/** Resolves with the data of the next such event on a client, a channel or a connection. */
export function next<T = unknown>(on: Emitter, event: string): Promise<T> {
  return new Promise((resolve) => {
    const listener = (data: T) => {
      on.unbind(event, listener);
      resolve(data);
    };
    on.bind(event, listener);
  });
}

export async function connected(client: PusherClient): Promise<PusherClient> {
  if (client.connection.state !== "connected") await next(client.connection, "connected");
  return client;
}

/** Subscribes and waits for the server's confirmation. */
export async function subscribed(client: PusherClient, name: string): Promise<Channel> {
  const channel = client.subscribe(name);
  await next(channel, "pusher:subscription_succeeded");
  return channel;
}

/** Time for anything that must not happen to happen. */
export const settle = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms));

/** A bare WebSocket that keeps every message, for what well-behaved libraries never send. */
export class RawClient {
  readonly messages: Message[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  private readonly waiting: { event: string; resolve: (message: Message) => void }[] = [];

  constructor(readonly socket: WebSocket) {
    socket.on("error", () => undefined);
    socket.on("message", (data) => this.receive(JSON.parse(data.toString()) as Message));
    this.closed = new Promise((resolve) => {
      socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    open.push(() => socket.terminate());
  }

  send(message: object | string | Buffer): void {
    const isRaw = typeof message === "string" || Buffer.isBuffer(message);
    this.socket.send(isRaw ? message : JSON.stringify(message));
  }

  /** The first message with this event that was not read yet. */
  async next(event: string): Promise<Message> {
    const index = this.messages.findIndex((message) => message.event === event);
    const [message] = index === -1 ? [] : this.messages.splice(index, 1);
    return message ?? new Promise((resolve) => this.waiting.push({ event, resolve }));
  }

  /** The socket id from the greeting. */
  async socketId(): Promise<string> {
    const { data } = await this.next("pusher:connection_established");
    return (JSON.parse(String(data)) as { socket_id: string }).socket_id;
  }

  private receive(message: Message): void {
    const index = this.waiting.findIndex(({ event }) => event === message.event);
    const [waiting] = index === -1 ? [] : this.waiting.splice(index, 1);
    if (waiting) waiting.resolve(message);
    else this.messages.push(message);
  }
}

export function rawClient(port: number, path = `/app/${APP.key}?protocol=7&client=js&version=8.6.0`): RawClient {
  return new RawClient(new WebSocket(`ws://127.0.0.1:${port}${path}`));
}

/** A channel signature made by hand, as the protocol describes it. */
export function signature(text: string, app = APP): string {
  return `${app.key}:${createHmac("sha256", app.secret).update(text).digest("hex")}`;
}
