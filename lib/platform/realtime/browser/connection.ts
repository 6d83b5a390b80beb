import type Pusher from "pusher-js";
import type { RealtimeClientConfig } from "../wire";
import { channelAuthoriser } from "./authorise-channel";
import type { ConnectionStore } from "./connection-state";
import { type Connectable, keepConnecting } from "./keep-connecting";

const AUTH_ENDPOINT = "/api/realtime/auth";
/** A silent connection is pinged after 15 s and abandoned after 6 more, so data is never two minutes old. */
const ACTIVITY_TIMEOUT_MS = 15_000;
const PONG_TIMEOUT_MS = 6_000;
/** How long a phone just taken out of a pocket waits for proof that its connection survived. */
const PROOF_MS = 2_500;

export type Connection = { pusher: Pusher; wake(): void; renew(): void; close(): void };

type OpenOptions = {
  config: RealtimeClientConfig;
  state: ConnectionStore;
  isWanted(channel: string): boolean;
  isSignedOut(channel: string): boolean;
  keyOf(channel: string): string | undefined;
};

/** Opens the tab's connection and keeps it open; `state` follows it. */
export async function openConnection({
  config,
  state,
  isWanted,
  isSignedOut,
  keyOf,
}: OpenOptions): Promise<Connection> {
  const { default: PusherJs } = await import("pusher-js");
  let signIn: ((proof: { auth: string; user_data: string }) => void) | undefined;
  const pusher: Pusher = new PusherJs(config.key, {
    ...address(config),
    activityTimeout: ACTIVITY_TIMEOUT_MS,
    pongTimeout: PONG_TIMEOUT_MS,
    channelAuthorization: {
      customHandler: channelAuthoriser({
        endpoint: AUTH_ENDPOINT,
        isCurrentSocket: (socketId) =>
          pusher.connection.state === "connected" && pusher.connection.socket_id === socketId,
        isWanted,
        isSignedOut,
        signIn: (proof) => signIn?.(proof),
        keyOf,
      }),
    },
    // The proof comes with the first channel's signature, not in a request of its own.
    userAuthentication: {
      endpoint: AUTH_ENDPOINT,
      transport: "ajax",
      customHandler: (_socket, callback) => (signIn = (proof) => callback(null, proof)),
    },
  });
  pusher.signin();
  return follow(pusher, state);
}

function address({ cluster, wsHost, wsPort, forceTLS }: RealtimeClientConfig) {
  if (wsHost === null) return { cluster, forceTLS: true };
  return { cluster, wsHost, wsPort, wssPort: wsPort, forceTLS, enabledTransports: ["ws" as const] };
}

function follow(pusher: Pusher, state: ConnectionStore): Connection {
  let heardAt = Date.now();
  let wasConnected = false;
  const hear = () => (heardAt = Date.now());
  const report = () => {
    const connected = pusher.connection.state === "connected" && globalThis.navigator?.onLine !== false;
    if (connected) {
      wasConnected = true;
      hear();
    }
    state.set(connected ? "connected" : wasConnected ? "disconnected" : "connecting", heardAt);
  };

  pusher.connection.bind("message", hear);
  pusher.connection.bind("state_change", report);
  const keeper = keepConnecting(pusher.connection as Connectable);
  let proof: ReturnType<typeof setTimeout> | undefined;
  const wake = () => {
    report();
    clearTimeout(proof);
    if (pusher.connection.state !== "connected") return keeper.kick();
    const askedAt = Date.now();
    pusher.send_event("pusher:ping", {});
    proof = setTimeout(() => heardAt < askedAt && keeper.kick(), PROOF_MS);
  };
  globalThis.addEventListener?.("online", wake);
  globalThis.addEventListener?.("offline", report);
  report();

  const close = () => {
    clearTimeout(proof);
    keeper.stop();
    globalThis.removeEventListener?.("online", wake);
    globalThis.removeEventListener?.("offline", report);
    pusher.connection.unbind("state_change", report);
    pusher.disconnect();
    state.set("idle", 0);
  };
  return { pusher, wake, renew: keeper.kick, close };
}
