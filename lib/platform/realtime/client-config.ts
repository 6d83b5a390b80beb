import { config } from "@/lib/platform/config/config";
import type { RealtimeClientConfig } from "./wire";

/** Returns what the browser needs to connect: the public address where it differs from the servers' one. */
export function realtimeClientConfig(): RealtimeClientConfig {
  const { key, cluster, host, port, useTLS, publicHost, publicPort, publicTLS } = config.pusher;
  const wsHost = publicHost ?? host ?? null;
  if (wsHost === null) return { key, cluster, wsHost, wsPort: 443, forceTLS: true };
  const forceTLS = publicTLS ?? useTLS;
  return { key, cluster: "", wsHost, wsPort: publicPort ?? port ?? (forceTLS ? 443 : 80), forceTLS };
}

/** Returns the only origin to which pages open their WebSocket, for `connect-src` of the content security policy. */
export function realtimeOrigin(): string {
  const { wsHost, wsPort, forceTLS, cluster } = realtimeClientConfig();
  const host = wsHost ?? `ws-${cluster}.pusher.com`;
  return `${forceTLS ? "wss" : "ws"}://${host}:${wsPort}`;
}
