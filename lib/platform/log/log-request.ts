import { countRequest } from "@/lib/platform/metrics/count-request";
import { noteSpans, now } from "@/lib/platform/tracing/trace";
import { log } from "./log";
import { currentRequest } from "./request-context";

/**
 * Logs the one line of a finished request or action, counts it and traces it. Its ID, its route (the pattern, because a URL may contain
 * IDs, tokens and search words) and its actor come from the request's context.
 */
export function logRequest(method: string, status: number, durationMs: number): void {
  countRequest(currentRequest()?.route ?? "none", method, status, durationMs);
  log.info({ method, status, durationMs: Math.round(durationMs * 100) / 100 }, "request");
  traceRequest(method, status, durationMs);
}

/** An action lies below the page it was sent to, which has the same ID. Only what failed on our side is an error. */
function traceRequest(method: string, status: number, durationMs: number): void {
  const request = currentRequest();
  if (request === undefined) return;
  const { requestId, route } = request;
  const isRoot = method !== "ACTION";
  noteSpans(() => [
    {
      name: isRoot ? `${method} ${route}` : route,
      ...(isRoot ? { kind: "server" } : {}),
      requestId,
      isRoot,
      startedAt: now() - durationMs,
      endedAt: now(),
      attributes: { "http.route": route, "http.response.status_code": status },
      ...(status >= 500 ? { error: { code: String(status) } } : {}),
    },
  ]);
}
