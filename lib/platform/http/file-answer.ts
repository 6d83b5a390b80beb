type OpenedFile = { name: string; type: string; size: number; content: ReadableStream<Uint8Array> };

/** How a route declares that it answers with a file. */
export const FILE_ANSWER = { status: 200, contentType: "*/*", description: "The file." } as const;

/**
 * Answers with a file that people have uploaded. Whatever it contains, a browser runs nothing of it, takes it for nothing
 * but what it is, and keeps no copy; images are shown, everything else is saved.
 */
export function fileAnswer({ name, type, size, content }: OpenedFile): Response {
  const way = type.startsWith("image/") ? "inline" : "attachment";
  return new Response(content, {
    headers: {
      "Content-Type": type,
      "Content-Length": String(size),
      "Content-Disposition": `${way}; filename="${plainName(name)}"; filename*=UTF-8''${encodedName(name)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    },
  });
}

/** For clients that don't know `filename*`. */
const plainName = (name: string) => name.replace(/[^\w .()-]/g, "_");

/** RFC 8187 allows fewer characters than `encodeURIComponent` leaves. */
const encodedName = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
