import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

/** Where a browser receives pushes, and the keys that only it can read them with. */
export type PushKeys = {
  /** Its public key: a point of P-256 in 65 bytes, as base64url. */
  p256dh: string;
  /** A secret it shares with us: 16 bytes, as base64url. */
  auth: string;
};

/** What a test vector fixes, and each message otherwise makes for itself. */
type Fresh = { salt: Buffer; privateKey: Buffer };

/** RFC 8291 allows 4,096 bytes, of which header, delimiter and tag take 103. */
export const MAX_PUSH_BYTES = 3_993;
/** A push's length tells nothing: each is filled up to a multiple of this, as far as there is room. */
const PADDED_TO = 512;
const RECORD_BYTES = 4_096;
const POINT_BYTES = 65;

/** Tells whether keys that a browser has sent can be encrypted for: a point of the curve, and a secret of 16 bytes. */
export function arePushKeys({ p256dh, auth }: PushKeys): boolean {
  const point = Buffer.from(p256dh, "base64url");
  if (point.length !== POINT_BYTES || point[0] !== 4 || Buffer.from(auth, "base64url").length !== 16) return false;
  try {
    const ours = createECDH("prime256v1");
    ours.generateKeys();
    ours.computeSecret(point);
    return true;
  } catch {
    return false;
  }
}

/**
 * Encrypts a push for one browser (RFC 8291, content coding aes128gcm of RFC 8188), in one record. The push service sees
 * neither what it says nor how long it is. Throws when it has more than `MAX_PUSH_BYTES`.
 */
export function encryptPush(text: Buffer, keys: PushKeys, fresh: Fresh = newFresh(), paddedTo = PADDED_TO): Buffer {
  if (text.length > MAX_PUSH_BYTES) throw new RangeError("a push has 3,993 bytes at most");
  const theirs = Buffer.from(keys.p256dh, "base64url");
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(fresh.privateKey);
  const ours = ecdh.getPublicKey();
  const { key, nonce } = derive(ecdh.computeSecret(theirs), Buffer.from(keys.auth, "base64url"), {
    theirs,
    ours,
    ...fresh,
  });
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  const length = Math.min(Math.ceil((text.length + 1) / paddedTo) * paddedTo, MAX_PUSH_BYTES + 1);
  const record = Buffer.alloc(length);
  text.copy(record);
  record[text.length] = 2; // the delimiter of the last record
  const header = Buffer.alloc(5);
  header.writeUInt32BE(RECORD_BYTES, 0);
  header[4] = ours.length;
  return Buffer.concat([fresh.salt, header, ours, cipher.update(record), cipher.final(), cipher.getAuthTag()]);
}

function newFresh(): Fresh {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  return { salt: randomBytes(16), privateKey: ecdh.getPrivateKey() };
}

function derive(shared: Buffer, auth: Buffer, { theirs, ours, salt }: { theirs: Buffer; ours: Buffer; salt: Buffer }) {
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, ours]);
  const secret = hkdfSync("sha256", shared, auth, info, 32);
  const part = (name: string, bytes: number) =>
    Buffer.from(hkdfSync("sha256", Buffer.from(secret), salt, Buffer.from(`Content-Encoding: ${name}\0`), bytes));
  return { key: part("aes128gcm", 16), nonce: part("nonce", 12) };
}
