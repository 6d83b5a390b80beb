import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export type ChannelsApp = {
  id: string;
  key: string;
  secret: string;
  /** Whether browsers may send `client-…` events to each other on private and presence channels; off by default. */
  clientEvents?: boolean;
  /**
   * Private channels that a socket may join only when signed in with a grant naming them; none by default, as hosted.
   * `grant.ts` defines the content of `user_info`.
   */
  needsGrant?: (channel: string) => boolean;
};

/** How far a signed request's clock may be off, in seconds, as in the hosted service. */
const TIMESTAMP_TOLERANCE_SECONDS = 600;

function hmac(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** Compares digests of the two texts, so that timing reveals neither content nor length. */
function sameText(left: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

function isSignedBy(app: ChannelsApp, auth: string, text: string): boolean {
  return sameText(auth, `${app.key}:${hmac(app.secret, text)}`);
}

/** Tells whether `auth` is the app's signature for this socket on this channel (with its presence data, if any). */
export function verifyChannelAuth(
  app: ChannelsApp,
  socketId: string,
  channel: string,
  channelData: string | null,
  auth: string,
): boolean {
  const text = channelData === null ? `${socketId}:${channel}` : `${socketId}:${channel}:${channelData}`;
  return isSignedBy(app, auth, text);
}

/** Tells whether `auth` is the app's signature for this user on this socket (`pusher:signin`). */
export function verifyUserAuth(app: ChannelsApp, socketId: string, userData: string, auth: string): boolean {
  return isSignedBy(app, auth, `${socketId}::user::${userData}`);
}

export type SignedRequest = {
  method: string;
  /** As sent; a client may have signed it before or after percent-encoding, and both are accepted. */
  path: string;
  decodedPath: string;
  query: ReadonlyMap<string, string>;
  body: Buffer;
};

/**
 * Checks the signature of an HTTP API request; returns why it is refused, or null when it is valid. The same request
 * may be sent twice within the time window, because identical events in one second have the same signature.
 */
export function requestError(app: ChannelsApp, request: SignedRequest, nowSeconds: number): string | null {
  const { query, body } = request;
  if (!sameText(query.get("auth_key") ?? "", app.key)) return "Unknown auth_key";
  if (query.get("auth_version") !== "1.0") return "Unsupported auth_version";
  const timestamp = query.get("auth_timestamp") ?? "";
  if (!/^\d{1,12}$/.test(timestamp)) return "Invalid auth_timestamp";
  if (Math.abs(nowSeconds - Number(timestamp)) > TIMESTAMP_TOLERANCE_SECONDS) {
    return "auth_timestamp is not within 600 s of the server's time";
  }
  const bodyMd5 = query.get("body_md5");
  if (body.length > 0 || bodyMd5 !== undefined) {
    if (!sameText(bodyMd5 ?? "", createHash("md5").update(body).digest("hex"))) return "Invalid body_md5";
  }
  const parameters = [...query.entries()]
    .filter(([name]) => name !== "auth_signature")
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  const signature = query.get("auth_signature") ?? "";
  const good = [request.path, request.decodedPath].some((path) =>
    sameText(signature, hmac(app.secret, [request.method, path, parameters].join("\n"))),
  );
  return good ? null : "Invalid auth_signature";
}
