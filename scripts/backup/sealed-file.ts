import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { DecryptionError } from "@/lib/platform/encryption/data-key";
import { openSegments, sealStream } from "@/lib/platform/encryption/segments";
import { syncFolder } from "@/lib/platform/files/sync-folder";
import { StartError } from "../process/start-error";
import { compressed, decompressed } from "./gzip";
import { type BackupKey, deriveKey, FINGERPRINT_BYTES } from "./key";

/**
 * Every file of a backup: a header, then its content, compressed unless it was random already, encrypted in segments under a
 * key of its own. That key is derived from the backup key, the header and the file's name, so that a file that was
 * altered, cut off, exchanged or renamed doesn't open.
 */
const MAGIC = "CSB1";
const SALT_BYTES = 32;
const HEADER_BYTES = MAGIC.length + FINGERPRINT_BYTES + 8 + 1 + SALT_BYTES;

export type Sealed = { bytes: number; sha256: string };
type Content = {
  key: BackupKey;
  /** What the file is, wherever it lies. */
  name: string;
  path: string;
};
type NewContent = Content & {
  source: AsyncIterable<Uint8Array>;
  /** When what it contains was made. */
  madeAt?: Date;
  isCompressed?: boolean;
};

/** Writes a file of the backup, whole or not at all; it survives a power cut once this is answered. */
export async function sealFile(content: NewContent): Promise<Sealed> {
  const { key, name, path, source, madeAt = new Date(), isCompressed = true } = content;
  const header = headerOf(key, madeAt, isCompressed);
  const own = deriveKey(key, header.subarray(-SALT_BYTES), aboutOf(name, header));
  const hash = createHash("sha256").update(header);
  let bytes = header.length;
  await makeFolder(dirname(path));
  const file = await open(`${path}.new`, "w", 0o600);
  try {
    await file.write(header);
    for await (const part of sealStream(own, isCompressed ? compressed(source) : source)) {
      hash.update(part);
      bytes += part.length;
      await file.writeFile(part); // goes on where the last one ended
    }
    await file.sync();
  } catch (error) {
    await rm(`${path}.new`, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  await syncFolder(dirname(path));
  return { bytes, sha256: hash.digest("hex") };
}

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let at = folder; at.length >= first.length; at = dirname(at)) await syncFolder(dirname(at));
}

/** Reads a file of the backup, each part verified before it is handed on. Throws DecryptionError. */
export async function* openSealed({ key, name, path }: Content): AsyncGenerator<Buffer> {
  const header = await readHeader(path);
  if (!header.subarray(MAGIC.length, MAGIC.length + FINGERPRINT_BYTES).equals(key.fingerprint)) {
    throw new StartError("These backups were made with another BACKUP_KEY.");
  }
  const file = await open(path);
  const own = deriveKey(key, header.subarray(-SALT_BYTES), aboutOf(name, header));
  const plain = openSegments(own, file.createReadStream({ start: HEADER_BYTES, highWaterMark: 256 * 1024 }));
  yield* header[HEADER_BYTES - SALT_BYTES - 1] === 1 ? decompressed(plain) : plain;
}

/** Returns when what a file contains was made, without opening it. */
export async function madeAtOf(path: string): Promise<Date> {
  return new Date(Number((await readHeader(path)).readBigUInt64BE(MAGIC.length + FINGERPRINT_BYTES)));
}

/** Returns the whole content of a small file. */
export async function readSealed(content: Content): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of openSealed(content)) parts.push(part);
  return Buffer.concat(parts);
}

function headerOf(key: BackupKey, madeAt: Date, isCompressed: boolean): Buffer {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(Math.floor(madeAt.getTime())));
  const kind = Buffer.from([isCompressed ? 1 : 0]);
  return Buffer.concat([Buffer.from(MAGIC), key.fingerprint, time, kind, randomBytes(SALT_BYTES)]);
}

const aboutOf = (name: string, header: Buffer) => Buffer.concat([header.subarray(0, -SALT_BYTES), Buffer.from(name)]);

async function readHeader(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    if (bytesRead === HEADER_BYTES && buffer.toString("latin1", 0, MAGIC.length) === MAGIC) return buffer;
    throw new DecryptionError("this is no file of a backup, or its beginning was altered");
  } finally {
    await file.close();
  }
}
