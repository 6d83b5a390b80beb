import { AppError } from "@/lib/platform/errors/app-error";

/** Maximum size of a body in bytes unless its route says otherwise. */
const DEFAULT_BODY_BYTES = 256 * 1024;

// Deeper than any of our objects; recursive code must not exhaust its stack.
const MAX_DEPTH = 64;
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

function malformed(detail: string): AppError {
  return new AppError("malformed-json", detail);
}

/** Counts the bytes that arrive; the declared length only allows refusing early. */
async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = new AppError("payload-too-large", `The body can have at most ${maxBytes} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge;
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      void reader.cancel().catch(() => undefined);
      throw tooLarge;
    }
    chunks.push(value);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size);
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (inString) {
      if (char === 92)
        i++; // backslash
      else if (char === 34) inString = false;
    } else if (char === 34) inString = true;
    else if (char === 123 || char === 91) deepest = Math.max(deepest, ++depth);
    else if (char === 125 || char === 93) depth--;
  }
  return deepest;
}

function parse(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw malformed("The body isn't UTF-8.");
  }
  if (depthOf(text) > MAX_DEPTH) throw malformed(`The body is nested more than ${MAX_DEPTH} levels deep.`);
  try {
    return JSON.parse(text);
  } catch {
    throw malformed("The body isn't valid JSON.");
  }
}

/**
 * Returns the request's JSON, undefined for an empty body. Throws `unsupported-media-type`, `payload-too-large` or
 * `malformed-json`. The last of duplicate keys counts; `__proto__` is an ordinary key, refused as unknown.
 */
export async function readJsonBody(request: Request, maxBytes = DEFAULT_BODY_BYTES): Promise<unknown> {
  const type = request.headers.get("content-type");
  const encoding = request.headers.get("content-encoding");
  if ((type !== null && !JSON_TYPE.test(type)) || (encoding !== null && encoding !== "identity")) {
    throw new AppError("unsupported-media-type", "Send application/json in UTF-8, uncompressed.");
  }
  const bytes = await readBytes(request, maxBytes);
  if (bytes.byteLength === 0) return undefined;
  if (type === null) throw new AppError("unsupported-media-type", "Send Content-Type: application/json.");
  return parse(bytes);
}
