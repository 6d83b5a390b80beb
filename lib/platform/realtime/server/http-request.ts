import type { IncomingMessage, ServerResponse } from "node:http";
import type { SignedRequest } from "./signatures";

/** An error of the HTTP API: the status and the sentence its caller reads. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export type ApiRequest = SignedRequest & { segments: string[] };

/** Reads the whole request, at most `maxBytes` of body. Throws HttpError 400 or 413. */
export async function readRequest(request: IncomingMessage, maxBytes: number): Promise<ApiRequest> {
  const target = request.url ?? "/";
  const cut = target.indexOf("?");
  const path = cut === -1 ? target : target.slice(0, cut);
  const segments = path.split("/").slice(1).map(decode);
  return {
    method: request.method ?? "GET",
    path,
    decodedPath: decode(path),
    segments,
    query: readQuery(cut === -1 ? "" : target.slice(cut + 1)),
    body: await readBody(request, maxBytes),
  };
}

/** Sends a JSON answer. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new HttpError(400, "The address is not valid");
  }
}

/** A repeated parameter could be signed as one value and read as the other, so it is refused. */
function readQuery(text: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    const key = name.toLowerCase();
    if (query.has(key)) throw new HttpError(400, "A parameter is given twice");
    query.set(key, value);
  }
  return query;
}

/**
 * Reads past the limit without storing it, up to a bound: a client still writing when the connection closes would see a
 * broken pipe instead of the 413.
 */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else if (size > 8 * maxBytes) break;
  }
  if (size > maxBytes) throw new HttpError(413, "The body is too large");
  return Buffer.concat(chunks);
}
