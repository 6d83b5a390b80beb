import { AsyncResource } from "node:async_hooks";
import { log } from "@/lib/platform/log/log";

/** `size` in bytes, where it is known before. */
type Download = { name: string; type: string; size?: number };

/**
 * Answers with a file that is made while it is sent, at the reader's pace. When making it fails, the connection breaks off: a
 * status has been sent by then.
 */
export function download(pieces: AsyncGenerator<string | Uint8Array>, { name, type, size }: Download): Response {
  const encoder = new TextEncoder();
  // In the context of this request, or its log lines and audit entries would belong to none.
  const next = AsyncResource.bind(() => pieces.next());
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await next();
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      } catch (error) {
        log.error({ err: error }, "a download broke off");
        controller.error(error);
      }
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": type,
      ...(size === undefined ? {} : { "Content-Length": String(size) }),
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
