import { createPrivateKey, sign, type KeyObject } from "node:crypto";
import { config, type VapidKeys } from "@/lib/platform/config/config";

/** RFC 8292 allows a day; renewed at half of it. */
const LIFE_SECONDS = 12 * 3600;
const RENEWED_SECONDS = 6 * 3600;

const tokens = new Map<string, { token: string; madeAt: number }>();
let signing: { key: KeyObject; of: VapidKeys } | undefined;

/** The key that browsers subscribe with; null when no push is sent from here. */
export function pushPublicKey(): string | null {
  return config.push?.keys.publicKey ?? null;
}

/**
 * Returns the `Authorization` header by which a push service knows us (RFC 8292): a token for its origin alone, signed
 * with the key that browsers have subscribed with.
 */
export function vapidHeader(endpoint: URL, now: number = Date.now()): string {
  const { push } = config;
  if (!push) throw new Error("VAPID_PRIVATE_KEY is missing");
  const at = Math.floor(now / 1000);
  const known = tokens.get(endpoint.origin);
  const token =
    known && at - known.madeAt < RENEWED_SECONDS ? known.token : newToken(endpoint.origin, push.subject, push.keys, at);
  if (token !== known?.token) tokens.set(endpoint.origin, { token, madeAt: at });
  return `vapid t=${token}, k=${push.keys.publicKey}`;
}

function newToken(audience: string, subject: string, keys: VapidKeys, at: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ typ: "JWT", alg: "ES256" })}.${part({ aud: audience, exp: at + LIFE_SECONDS, sub: subject })}`;
  if (signing?.of !== keys) signing = { key: privateKeyOf(keys), of: keys };
  const signature = sign("sha256", Buffer.from(signed), { key: signing.key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}

function privateKeyOf({ publicKey, privateKey }: VapidKeys): KeyObject {
  const point = Buffer.from(publicKey, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  return createPrivateKey({ key: { kty: "EC", crv: "P-256", x, y, d: privateKey }, format: "jwk" });
}
