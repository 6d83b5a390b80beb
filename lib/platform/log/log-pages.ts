import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { followsChange } from "@/lib/platform/recency/just-changed";
import { REQUEST_ID_HEADER, requestIdOf } from "./request-id";
import { logRequest } from "./log-request";
import { builtRoutes, pageRouteOf } from "./page-route";
import { enterRequestContext, withRequestContext, type RequestContext } from "./request-context";

const KEY = Symbol.for("caresync.page-log");
const holder = globalThis as typeof globalThis & { [KEY]?: true };

/**
 * Logs one line for each page request, as routes and actions do; the actor is added when the session is read. Next
 * doesn't expose a page's answer, so requests are watched where they enter and leave the process. Call once, from
 * instrumentation.
 */
export function logPages(): void {
  if (holder[KEY]) return;
  holder[KEY] = true;
  const routeOf = pageRouteOf(builtRoutes());
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const route = routeOf(request.url ?? "/");
    if (route === undefined) return;
    const startedAt = performance.now();
    const given = request.headers[REQUEST_ID_HEADER];
    const requestId = requestIdOf(new Headers(typeof given === "string" ? { [REQUEST_ID_HEADER]: given } : {}));
    // The middleware answers with the same ID as in the line.
    request.headers[REQUEST_ID_HEADER] = requestId;
    const isUpToDate = followsChange({ method: request.method, cookie: request.headers.cookie });
    const context: RequestContext = { requestId, route, actorId: null, isUpToDate };
    enterRequestContext(context);
    response.once("close", () => {
      withRequestContext(context, () =>
        logRequest(request.method ?? "GET", response.statusCode, performance.now() - startedAt),
      );
    });
  });
}
