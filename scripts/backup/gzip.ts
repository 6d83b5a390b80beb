import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";

/** Fast rather than small: most of what a backup holds is empty space in pages. */
export const compressed = (source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> =>
  through(source, createGzip({ level: 1 }));
export const decompressed = (source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> =>
  through(source, createGunzip());

async function* through(
  source: AsyncIterable<Uint8Array>,
  transform: NodeJS.ReadWriteStream & AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  // What goes wrong before it ends what is read from it, with the same error.
  const feeding = pipeline(Readable.from(source, { objectMode: false }), transform).catch(() => undefined);
  yield* transform as AsyncIterable<Buffer>;
  await feeding;
}
