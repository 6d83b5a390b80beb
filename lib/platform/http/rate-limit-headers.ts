import type { RateLimitState } from "@/lib/platform/rate-limit/rate-limit";

/**
 * Returns `RateLimit-Policy` (what is allowed) and `RateLimit` (what is left) as in the IETF draft
 * draft-ietf-httpapi-ratelimit-headers: `"sign-in";q=10;w=60` and `"sign-in";r=9;t=42`.
 */
export function rateLimitHeaders(states: RateLimitState[]): Record<string, string> {
  if (states.length === 0) return {};
  return {
    "RateLimit-Policy": states
      .map(({ name, limit, windowSeconds }) => `"${name}";q=${limit};w=${windowSeconds}`)
      .join(", "),
    RateLimit: states
      .map(({ name, remaining, resetSeconds }) => `"${name}";r=${remaining};t=${resetSeconds}`)
      .join(", "),
  };
}
