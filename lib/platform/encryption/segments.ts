import { createCipheriv, createDecipheriv } from "node:crypto";
import { DecryptionError } from "./data-key";

/**
 * Bytes are encrypted with AES-256-GCM in segments, each with a tag of its own, so that a long text can be decrypted while
 * it is read and nothing leaves unverified. The nonce is the segment's number and whether it is the last: segments
 * can't be exchanged, and a cut-off end is noticed (the STREAM construction). A data key encrypts one thing only, so a
 * nonce never repeats.
 */
const SEGMENT_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const SEALED_BYTES = SEGMENT_BYTES + TAG_BYTES;

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

/** Encrypts bytes under a data key that encrypts nothing else. */
export function sealSegments(key: Buffer, bytes: Uint8Array): Buffer {
  const count = Math.max(1, Math.ceil(bytes.length / SEGMENT_BYTES));
  const sealed = Array.from({ length: count }, (_, number) =>
    sealSegment(
      key,
      bytes.subarray(number * SEGMENT_BYTES, (number + 1) * SEGMENT_BYTES),
      number,
      number === count - 1,
    ),
  );
  return Buffer.concat(sealed);
}

/** Encrypts what arrives, in the same form and in little memory, under a data key that encrypts nothing else. */
export async function* sealStream(key: Buffer, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const { piece, number, isLast } of cut(source, SEGMENT_BYTES))
    yield sealSegment(key, piece, number, isLast);
}

function sealSegment(key: Buffer, part: Uint8Array, number: number, isLast: boolean): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number, isLast));
  return Buffer.concat([cipher.update(part), cipher.final(), cipher.getAuthTag()]);
}

/** Decrypts what arrives, segment by segment, each verified before it is handed on. Throws `DecryptionError`. */
export async function* openSegments(key: Buffer, source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const { piece, number, isLast } of cut(source, SEALED_BYTES))
    yield openSegment(key, piece, nonceOf(number, isLast));
}

type Piece = { piece: Buffer; number: number; isLast: boolean };

/** Cuts what arrives into pieces of this size; the last may be shorter, or empty. */
async function* cut(source: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Piece> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    size += chunk.length;
    // The last piece is only known at the end, so a full one waits until more follows it.
    if (size <= bytes) continue;
    let all = Buffer.concat(waiting);
    for (; all.length > bytes; all = all.subarray(bytes))
      yield { piece: all.subarray(0, bytes), number: number++, isLast: false };
    [waiting, size] = [[all], all.length];
  }
  yield { piece: Buffer.concat(waiting), number, isLast: true };
}

function openSegment(key: Buffer, sealed: Buffer, nonce: Buffer): Buffer {
  if (sealed.length < TAG_BYTES) throw new DecryptionError("the end is missing");
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new DecryptionError("bytes were altered, cut off or encrypted under another key", { cause });
  }
}
