import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { createGunzip, gzip } from "node:zlib";

/** A few thousand rows of a part, compressed by themselves: from one position to another, and where they lie. */
type Piece = { first: string; last: string; offset: number; bytes: number; sha256: string };
/** What is noted down of an archived part. */
export type Archived = { file: string; sha256: string; bytes: number; rows: number; pieces: Piece[] };
/** Rows in their order, each a line. */
export type Batch = { first: string; last: string; lines: string[] };

const compress = promisify(gzip);

/** Writes rows into a compressed file, readable by its owner only; it has its name once all of it is on the disk. */
export async function writePieces(folder: string, file: string, batches: AsyncIterable<Batch>): Promise<Archived> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, file);
  const hash = createHash("sha256");
  const pieces: Piece[] = [];
  let [offset, rows] = [0, 0];
  const handle = await open(`${path}.new`, "w", 0o600);
  try {
    for await (const { first, last, lines } of batches) {
      // Compressed pieces one after the other are a compressed file.
      const bytes = await compress(`${lines.join("\n")}\n`);
      await handle.writeFile(bytes);
      hash.update(bytes);
      pieces.push({ first, last, offset, bytes: bytes.length, sha256: sha256Of(bytes) });
      offset += bytes.length;
      rows += lines.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.new`, path);
  return { file, sha256: hash.digest("hex"), bytes: offset, rows, pieces };
}

const sha256Of = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

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
