import { AppError } from "@/lib/platform/errors/app-error";
import { logRequest } from "@/lib/platform/log/log-request";
import { withRequestContext } from "@/lib/platform/log/request-context";
import { earlyRefusal } from "@/lib/platform/rate-limit/client-address";
import { corsHeaders } from "./cors";
import { problemAnswer } from "./problem";
import { requestIdOf } from "@/lib/platform/log/request-id";
import { transportSecurity } from "./transport-security";

/** Answers every path of the API that has no route with a problem, because clients expect JSON, not a page. */
export function answerMissingRoute(request: Request): Promise<Response> {
  const reason = earlyRefusal(request.headers);
  if (reason !== null) return refusal(request, "/api/…", new AppError(reason));
  return refusal(request, "/api/…", new AppError("not-found", "There is no such path. See /api/docs."));
}

/** Returns a problem outside a route, with what every answer has: a request ID and a log line. */
export async function refusal(
  request: Request,
  route: string,
  error: AppError,
  extra: Record<string, string> = {},
): Promise<Response> {
  const startedAt = performance.now();
  const requestId = requestIdOf(request.headers);
  return withRequestContext({ requestId, route, actorId: null }, async () => {
    const { body, headers, status } = problemAnswer(error, new URL(request.url).pathname, requestId);
    const common = {
      "Cache-Control": "no-store",
      "X-Request-Id": requestId,
      ...corsHeaders(request),
      ...transportSecurity(),
    };
    logRequest(request.method, status, performance.now() - startedAt);
    return new Response(body, { status, headers: { ...headers, ...common, ...extra } });
  });
}
