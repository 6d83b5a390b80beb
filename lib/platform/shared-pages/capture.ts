import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";

/** No page is as large; a longer answer is given out and forgotten. */
const LARGEST = 4 * 1024 * 1024;

const DECODERS: Record<string, (body: Buffer) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

export type Captured = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/**
 * Copies an answer while it is sent, as it streams. Resolves with null when there is none: it was cut off, too long, or its
 * client left.
 */
export function capture(response: ServerResponse): Promise<Captured | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  const add = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) return;
    const bytes =
      typeof chunk === "string"
        ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
        : Buffer.from(chunk);
    length += bytes.length;
    if (length <= LARGEST) chunks.push(bytes);
    else chunks.length = 0;
  };
  return new Promise((resolve) => {
    const { write, end } = response;
    response.write = ((chunk: unknown, encoding: unknown, ...rest: unknown[]) => {
      add(chunk, encoding);
      return (write as (...args: unknown[]) => boolean).call(response, chunk, encoding, ...rest);
    }) as typeof write;
    // Not when it has arrived: a client that reads slowly must not keep others waiting.
    response.end = ((chunk: unknown, encoding: unknown, ...rest: unknown[]) => {
      add(chunk, encoding);
      const isWhole = !response.writableEnded && !response.destroyed && length <= LARGEST;
      if (isWhole) decoded(response, Buffer.concat(chunks)).then(resolve, () => resolve(null));
      return (end as (...args: unknown[]) => typeof response).call(response, chunk, encoding, ...rest);
    }) as typeof end;
    response.once("close", () => response.writableEnded || resolve(null));
  });
}

async function decoded(response: ServerResponse, body: Buffer): Promise<Captured> {
  const { statusCode: status } = response;
  const headers = response.getHeaders();
  const decode = DECODERS[String(headers["content-encoding"] ?? "")];
  return { status, headers, body: decode ? await decode(body) : body };
}
