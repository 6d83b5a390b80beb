import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { config } from "@/lib/platform/config/config";
import { addressKey } from "./address-key";

export { addressKey };

const PEER_HEADER = "x-caresync-peer";
const KEY = Symbol.for("caresync.peer-stamp");
const holder = globalThis as typeof globalThis & { [KEY]?: string };

/**
 * Next hands a route no socket, and keeps an `X-Forwarded-For` the client made up. So each request is stamped
 * with its real peer's address as it enters the process, sealed with a secret that no client can know.
 * Call once, from instrumentation.
 */
export function stampPeerAddresses(): void {
  if (holder[KEY] !== undefined) return;
  const seal = (holder[KEY] = randomBytes(18).toString("base64url"));
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_HEADER] = `${seal} ${request.socket.remoteAddress ?? ""}`;
  });
}

function peerAddress(headers: Headers): string | undefined {
  const stamp = headers.get(PEER_HEADER);
  const seal = holder[KEY];
  if (stamp === null || seal === undefined || !stamp.startsWith(`${seal} `)) return undefined;
  return stamp.slice(seal.length + 1);
}

/**
 * The network a request comes from, as a key for rate limits: never logged, never stored in the clear.
 * Behind a proxy (TRUST_PROXY) it is the last entry of X-Forwarded-For, the one the proxy itself wrote;
 * everything before that is the client's own claim. Without a proxy the header is not read at all.
 */
export function clientAddress(request: { headers: Headers }): string {
  const forwarded = config.trustProxy ? request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return addressKey(forwarded ?? peerAddress(request.headers) ?? "");
}

/** The same, or null where nobody knows it: everybody without an address is not one caller. */
export function addressOrNull(request: { headers: Headers }): string | null {
  const address = clientAddress(request);
  return address === "unknown" ? null : address;
}
