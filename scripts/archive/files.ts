import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";

/** What is noted down of an archived part. */
export type Archived = { file: string; sha256: string; bytes: number; rows: number };

/** Writes lines into a compressed file, readable by its owner only; it has its name once all of it is on the disk. */
export async function writeLines(folder: string, file: string, lines: AsyncIterable<string>): Promise<Archived> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, file);
  const [hash, counted] = [createHash("sha256"), new PassThrough()];
  let [bytes, rows] = [0, 0];
  counted.on("data", (chunk: Buffer) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  const ended = async function* () {
    for await (const line of lines) {
      rows++;
      yield `${line}\n`;
    }
  };
  await pipeline(Readable.from(ended()), createGzip(), counted, createWriteStream(`${path}.new`, { mode: 0o600 }));
  const handle = await open(`${path}.new`);
  await handle.sync().finally(() => handle.close());
  await rename(`${path}.new`, path);
  return { file, sha256: hash.digest("hex"), bytes, rows };
}

/** The SHA-256 of a file as it is now. */
export async function checksumOf(folder: string, file: string): Promise<string> {
  const hash = createHash("sha256");
  const stream = createReadStream(join(folder, file)).on("data", (chunk) => hash.update(chunk));
  await once(stream, "close");
  if (stream.errored) throw stream.errored;
  return hash.digest("hex");
}

/** The lines of such a file, so many at a time. */
export async function* linesOf(folder: string, file: string, atOnce: number): AsyncGenerator<string[]> {
  const text = createReadStream(join(folder, file)).pipe(createGunzip());
  let batch: string[] = [];
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (batch.push(line) < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
