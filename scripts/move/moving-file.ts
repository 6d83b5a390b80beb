import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { DecryptionError } from "@/lib/platform/encryption/data-key";
import { openSegments, sealStream } from "@/lib/platform/encryption/segments";
import { syncFolder } from "@/lib/platform/files/sync-folder";
import { compressed, decompressed } from "../backup/gzip";
import { StartError } from "../process/start-error";
import { deriveFileKey } from "./passphrase";

/** A header (what it is, salt, check), then lines of text, compressed and encrypted in segments under the passphrase. */
const MAGIC = "CSH1";
const SALT_BYTES = 16;
const CHECK_BYTES = 8;
const HEADER_BYTES = MAGIC.length + SALT_BYTES + CHECK_BYTES;

const BATCH_BYTES = 64 * 1024;

/** Writes lines into a new file that only its owner may read, whole or not at all. Returns its size. */
export async function writeMovingFile(path: string, passphrase: string, lines: AsyncIterable<string>): Promise<number> {
  const name = resolve(path);
  if (existsSync(name)) throw new StartError(`${path} is there already: name another file.`);
  const salt = randomBytes(SALT_BYTES);
  const { key, check } = deriveFileKey(passphrase, salt, MAGIC);
  const file = await open(`${name}.new`, "w", 0o600);
  let bytes = HEADER_BYTES;
  try {
    await file.writeFile(Buffer.concat([Buffer.from(MAGIC), salt, check]));
    for await (const part of sealStream(key, compressed(inBatches(lines)))) {
      bytes += part.length;
      await file.writeFile(part); // goes on where the last one ended
    }
    await file.sync();
  } catch (error) {
    await rm(`${name}.new`, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(`${name}.new`, name);
  await syncFolder(dirname(name));
  return bytes;
}

async function* inBatches(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting: string[] = [];
  let size = 0;
  for await (const line of lines) {
    waiting.push(line);
    size += line.length;
    if (size < BATCH_BYTES) continue;
    yield Buffer.from(`${waiting.join("\n")}\n`);
    [waiting, size] = [[], 0];
  }
  if (waiting.length > 0) yield Buffer.from(`${waiting.join("\n")}\n`);
}

/** Reads its lines, each verified. Throws StartError in words for the person at the terminal. */
export async function* readMovingFile(path: string, passphrase: string): AsyncGenerator<string> {
  const file = await open(path).catch(() => {
    throw new StartError(`${path} can't be read.`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    if (bytesRead < HEADER_BYTES || buffer.toString("latin1", 0, MAGIC.length) !== MAGIC)
      throw new StartError(`${path} isn't the file of a hospital, or its beginning is damaged.`);
    const { key, check } = deriveFileKey(passphrase, buffer.subarray(MAGIC.length, -CHECK_BYTES), MAGIC);
    if (!check.equals(buffer.subarray(-CHECK_BYTES))) throw new StartError(`The passphrase isn't that of ${path}.`);
    const source = file.createReadStream({ start: HEADER_BYTES, highWaterMark: 256 * 1024, autoClose: false });
    yield* linesOf(decompressed(openSegments(key, source)));
  } catch (cause) {
    const isDamaged = cause instanceof DecryptionError || String((cause as { code?: string }).code).startsWith("Z_");
    throw isDamaged ? new StartError(`${path} is damaged or cut off: bring it over once more.`, { cause }) : cause;
  } finally {
    await file.close();
  }
}

async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    for (let end = all.indexOf(10, from); end >= 0; end = all.indexOf(10, from)) {
      yield all.toString("utf8", from, end);
      from = end + 1;
    }
    rest = all.subarray(from);
  }
  if (rest.length > 0) yield rest.toString("utf8");
}
