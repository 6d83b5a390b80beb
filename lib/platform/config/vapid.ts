import { createECDH } from "node:crypto";
import { z } from "zod";

/** As `web-push generate-vapid-keys` prints them: a point of P-256 and its scalar, base64url. */
export type VapidKeys = { publicKey: string; privateKey: string };

/** The public key belongs to the private one: browsers refuse pushes of any other. */
function vapidPublicKey(privateKey: string): string {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(Buffer.from(privateKey, "base64url"));
  return ecdh.getPublicKey("base64url");
}

/** The key that push services know us by. */
export const vapidPrivateKey = z
  .string()
  .regex(
    /^[\w-]{43}$/,
    "must be 32 random bytes as base64url, from `openssl rand 32 | basenc --base64url -w0 | tr -d =`",
  )
  .refine(isScalar, "is not a private key of P-256: generate another one");

/** Where a push service writes to when something is wrong. */
export const vapidSubject = z.string().regex(/^(mailto:.+@.+|https:\/\/.+)/, "must be a mailto: or https: address");

function isScalar(key: string): boolean {
  try {
    return vapidPublicKey(key) !== "";
  } catch {
    return false;
  }
}

/** Push services beside those of the browsers' makers: `push.example.org`, or a whole origin for one on loopback. */
export const pushHosts = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((part) => part.trim() || []))
  .pipe(
    z.array(
      z
        .string()
        .regex(
          /^(https?:\/\/[\w.:[\]-]+|(\*\.)?[a-z\d-]+(\.[a-z\d-]+)+)$/i,
          "must be a comma-separated list of hosts such as push.example.org, *.push.example.org or http://127.0.0.1:8030",
        ),
    ),
  );

type Given = {
  VAPID_PRIVATE_KEY?: string | undefined;
  VAPID_PUBLIC_KEY?: string | undefined;
  VAPID_SUBJECT?: string | undefined;
  PUSH_HOSTS: string[];
};

/** What sending pushes needs; undefined without a key. Throws a sentence when the two keys don't belong together. */
export function pushSettings(given: Given, origin: string) {
  const { VAPID_PRIVATE_KEY: privateKey, VAPID_PUBLIC_KEY: named } = given;
  if (privateKey === undefined) return undefined;
  const publicKey = vapidPublicKey(privateKey);
  if (named !== undefined && named !== publicKey)
    throw new Error("The configuration is incomplete:\n  VAPID_PUBLIC_KEY does not belong to VAPID_PRIVATE_KEY.");
  const keys: VapidKeys = { publicKey, privateKey };
  // Apple's push service refuses a subject that is neither a mail address nor https.
  const subject = given.VAPID_SUBJECT ?? (origin.startsWith("https:") ? origin : "mailto:webmaster@localhost");
  return { keys, subject, hosts: given.PUSH_HOSTS };
}
