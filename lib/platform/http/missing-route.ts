import { AppError } from "@/lib/platform/errors/app-error";
import { logRequest } from "@/lib/platform/log/log-request";
import { withRequestContext } from "@/lib/platform/log/request-context";
import { corsHeaders } from "./cors";
import { problemAnswer } from "./problem";
import { requestIdOf } from "./request-id";

/** Answers every path of the API that no route has, as a problem: an integrator's client reads JSON, not a page. */
export async function answerMissingRoute(request: Request): Promise<Response> {
  const startedAt = performance.now();
  const requestId = requestIdOf(request.headers);
  return withRequestContext({ requestId, route: "/api/…", actorId: null }, async () => {
    const error = new AppError("not-found", "The API has no such path. See /api/docs.");
    const { body, headers, status } = problemAnswer(error, new URL(request.url).pathname, requestId);
    const common = { "Cache-Control": "no-store", "X-Request-Id": requestId, ...corsHeaders(request) };
    logRequest(request.method, status, performance.now() - startedAt);
    return new Response(body, { status, headers: { ...headers, ...common } });
  });
}
