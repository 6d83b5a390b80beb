import { createDeflateRaw, constants } from "node:zlib";
import { changeBy, checksumOf, influenceOf } from "./checksum";

/** A body with places for values that each answer has its own of. Pieces and places alternate, a piece first and last. */
export type Template = {
  pieces: Buffer[];
  places: { at: number; value: number }[];
  valueLengths: number[];
  length: number;
};

/** Splits a body at every place where one of these values stands. */
export function templateOf(body: Buffer, values: readonly string[]): Template {
  const found = values.flatMap((value, index) =>
    placesOf(body, Buffer.from(value)).map((at) => ({ at, value: index })),
  );
  const places = found.sort((a, b) => a.at - b.at);
  const valueLengths = values.map((value) => Buffer.byteLength(value));
  const pieces: Buffer[] = [];
  let from = 0;
  for (const { at, value } of places) {
    pieces.push(body.subarray(from, at));
    from = at + (valueLengths[value] ?? 0);
  }
  pieces.push(body.subarray(from));
  return { pieces, places, valueLengths, length: body.length };
}

function placesOf(body: Buffer, value: Buffer): number[] {
  const places: number[] = [];
  for (let at = body.indexOf(value); at !== -1; at = body.indexOf(value, at + value.length)) places.push(at);
  return places;
}

/** Returns the body with these values, as they were given and of the same lengths. */
export function filled({ pieces, places }: Template, values: readonly Buffer[]): Buffer {
  return Buffer.concat(
    pieces.flatMap((piece, nth) => {
      const place = places[nth];
      return place ? [piece, values[place.value] ?? Buffer.alloc(0)] : [piece];
    }),
  );
}

/** The same body for gzip: pieces are compressed once, and each answer's values stand between them as they are. */
export type ZippedTemplate = {
  pieces: Buffer[];
  places: number[];
  sum: number;
  influences: Uint32Array[];
  length: number;
};

const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
/** Stands for a value while the pieces are compressed: no text has this byte, so that no piece refers to it. */
const NOT_TEXT = 0xff;

/** Compresses a template. */
export async function zip(template: Template): Promise<ZippedTemplate> {
  const { pieces, places, valueLengths, length } = template;
  const deflate = createDeflateRaw({ level: 6 });
  const written: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => written.push(chunk));
  const compress = (bytes: Buffer) =>
    new Promise<Buffer>((resolve) => {
      deflate.write(bytes);
      deflate.flush(constants.Z_SYNC_FLUSH, () => setImmediate(() => resolve(Buffer.concat(written.splice(0)))));
    });
  const zipped: Buffer[] = [];
  for (const [nth, piece] of pieces.entries()) {
    const place = places[nth];
    if (!place) break;
    zipped.push(await compress(piece));
    await compress(Buffer.alloc(valueLengths[place.value] ?? 0, NOT_TEXT));
  }
  const ended = new Promise((resolve) => deflate.once("end", resolve));
  deflate.end(pieces.at(-1));
  await ended;
  zipped.push(Buffer.concat(written));
  const zeros = valueLengths.map((bytes) => Buffer.alloc(bytes));
  const placesOfValue = (value: number) => places.filter((place) => place.value === value).map(({ at }) => at);
  return {
    pieces: zipped,
    places: places.map(({ value }) => value),
    sum: checksumOf([filled(template, zeros)]),
    influences: valueLengths.map((bytes, value) => influenceOf(length, placesOfValue(value), bytes)),
    length,
  };
}

/** Returns the gzip of the body with these values. */
export function filledZip(zipped: ZippedTemplate, values: readonly Buffer[]): Buffer {
  const { pieces, places, influences, length } = zipped;
  const stored = values.map((value) => Buffer.concat([storedHeader(value.length), value]));
  const sum = values.reduce((all, value, nth) => all ^ changeBy(value, influences[nth]!), zipped.sum) >>> 0;
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(sum, 0);
  trailer.writeUInt32LE(length >>> 0, 4);
  const parts: Buffer[] = [HEADER];
  for (const [nth, piece] of pieces.entries()) {
    parts.push(piece);
    const value = places[nth];
    if (value !== undefined) parts.push(stored[value] ?? Buffer.alloc(0));
  }
  return Buffer.concat([...parts, trailer]);
}

/** Of a block that is not compressed (RFC 1951 §3.2.4), and not the last. */
function storedHeader(length: number): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt16LE(length, 1);
  header.writeUInt16LE(~length & 0xffff, 3);
  return header;
}
