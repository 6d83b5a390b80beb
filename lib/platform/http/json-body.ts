import { AppError } from "@/lib/platform/errors/app-error";
import { DEFAULT_BODY_BYTES, readBytes } from "./body-bytes";

// Deeper than any of our objects; recursive code must not exhaust its stack.
const MAX_DEPTH = 64;
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

function malformed(detail: string): AppError {
  return new AppError("malformed-json", detail);
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
