import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export type ChannelsApp = {
  id: string;
  key: string;
  secret: string;
  /** Whether browsers may send `client-…` events to each other on private and presence channels; off unless said. */
  clientEvents?: boolean;
  /**
   * Private channels that only a socket joins that has signed in with a grant naming them; none unless said, as hosted.
   * What a sign-in's `user_info` has to say is `grant.ts`'s.
   */
  needsGrant?: (channel: string) => boolean;
};

/** How far a signed request's clock may be off, in seconds, as the hosted service has it. */
const TIMESTAMP_TOLERANCE_SECONDS = 600;

function hmac(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** Compares digests of the two texts, so that neither content nor length shows in the time taken. */
function sameText(left: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

function isSignedBy(app: ChannelsApp, auth: string, text: string): boolean {
  return sameText(auth, `${app.key}:${hmac(app.secret, text)}`);
}

/** True when `auth` is the app's signature for this socket on this channel (with its presence data, if any). */
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

/** True when `auth` is the app's signature for this user on this socket (`pusher:signin`). */
export function verifyUserAuth(app: ChannelsApp, socketId: string, userData: string, auth: string): boolean {
  return isSignedBy(app, auth, `${socketId}::user::${userData}`);
}

export type SignedRequest = {
  method: string;
  /** As sent; a client may have signed it before or after percent-encoding, both are accepted. */
  path: string;
  decodedPath: string;
  query: ReadonlyMap<string, string>;
  body: Buffer;
};

/**
 * Checks the signature of an HTTP API request; answers the reason it is refused, or null when it is good.
 * The same request may be sent twice inside the time window: identical events in one second sign identically.
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
