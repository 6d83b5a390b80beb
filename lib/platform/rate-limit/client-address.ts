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
 * Next gives a route no socket, and keeps an `X-Forwarded-For` the client made up. So each request is stamped with its
 * real peer's address as it enters the process, sealed with a secret that no client can know. Call once, from
 * instrumentation.
 */
export function stampPeerAddresses(): void {
  if (holder[KEY] !== undefined) return;
  const seal = (holder[KEY] = randomBytes(18).toString("base64url"));
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_HEADER] = `${seal} ${request.socket.remoteAddress ?? ""}`;
    markRefused(request, seal);
  });
}

const REFUSED_HEADER = "x-caresync-refused";
/** No route exists under this path; refused requests are answered there with a problem. */
const REFUSED_PATH = "/api/refused";
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Some requests never reach a route or the middleware: Next fails on their method or address, and answers 500. They are
 * redirected to the API's answer for unknown paths, with the reason sealed like the address.
 */
function markRefused(request: IncomingMessage, seal: string): void {
  const reason = METHODS.has(request.method ?? "")
    ? isReadable(request.url ?? "")
      ? null
      : "bad-request"
    : "method-not-allowed";
  delete request.headers[REFUSED_HEADER];
  if (reason === null) return;
  request.headers[REFUSED_HEADER] = `${seal} ${reason}`;
  request.method = "GET";
  request.url = REFUSED_PATH;
}

function isReadable(target: string): boolean {
  try {
    decodeURIComponent(target.split("?", 1)[0] ?? "");
    return (
      target.startsWith("/") &&
      !target.startsWith("//") &&
      new URL(target, "http://self.invalid").host === "self.invalid"
    );
  } catch {
    return false;
  }
}

/** Returns why a request was refused before it reached a route; null for all others. */
export function earlyRefusal(headers: Headers): "bad-request" | "method-not-allowed" | null {
  const [seal, reason] = headers.get(REFUSED_HEADER)?.split(" ") ?? [];
  if (seal === undefined || seal !== holder[KEY]) return null;
  return reason === "method-not-allowed" ? reason : "bad-request";
}

function peerAddress(headers: Headers): string | undefined {
  const stamp = headers.get(PEER_HEADER);
  const seal = holder[KEY];
  if (stamp === null || seal === undefined || !stamp.startsWith(`${seal} `)) return undefined;
  return stamp.slice(seal.length + 1);
}

/**
 * Returns a request's network as a key for rate limits: never logged, never stored in clear text. Behind a proxy
 * (TRUST_PROXY) it is the last entry of X-Forwarded-For, which the proxy itself wrote; everything before it is the
 * client's own claim. Without a proxy the header is ignored.
 */
export function clientAddress(request: { headers: Headers }): string {
  const forwarded = config.trustProxy ? request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return addressKey(forwarded ?? peerAddress(request.headers) ?? "");
}

/** Returns the same, or null when it is unknown: everyone without an address is not one caller. */
export function addressOrNull(request: { headers: Headers }): string | null {
  const address = clientAddress(request);
  return address === "unknown" ? null : address;
}
