import { config } from "@/lib/platform/config/config";
import { transportSecurity } from "./transport-security";

const EXPOSED = "ETag, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Idempotent-Replayed";
const ALLOWED = "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, X-Request-Id";
const METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

/**
 * Returns the headers that let another site's page read the answer: only for the origins in CORS_ORIGINS, and never
 * with cookies (`Access-Control-Allow-Credentials` is not sent); other sites use a token.
 */
export function corsHeaders(request: Request): Record<string, string> {
  if (config.corsOrigins.length === 0) return {};
  const origin = request.headers.get("origin");
  if (origin === null || !config.corsOrigins.includes(origin)) return { Vary: "Origin" };
  return { Vary: "Origin", "Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": EXPOSED };
}

/** Answers a browser's preflight; every route exports it as `OPTIONS`. A foreign origin learns nothing. */
export function preflight(request: Request): Response {
  const headers = corsHeaders(request);
  if (headers["Access-Control-Allow-Origin"] !== undefined) {
    headers["Access-Control-Allow-Methods"] = METHODS;
    headers["Access-Control-Allow-Headers"] = ALLOWED;
    headers["Access-Control-Max-Age"] = "600";
  }
  return new Response(null, {
    status: 204,
    headers: { ...headers, ...transportSecurity(), "Cache-Control": "no-store" },
  });
}
