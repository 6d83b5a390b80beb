import type { AppError } from "@/lib/platform/errors/app-error";

/** An answer before it becomes a Response, as idempotency stores and replays it. */
export type Answer = {
  status: number;
  /** The body as sent; null for none. */
  body: string | null;
  headers: Record<string, string>;
  /** True when the same request may succeed later: never stored under an idempotency key. */
  isTransient?: boolean;
};

const RESERVED = new Set(["type", "title", "status", "code", "detail", "instance", "requestId", "errors"]);

function challenge(code: string): string {
  return code === "invalid-token" ? 'Bearer realm="CareSync", error="invalid_token"' : 'Bearer realm="CareSync"';
}

/** Renders an error as `application/problem+json` (RFC 9457). `instance` is the requested path without its query. */
export function problemAnswer(error: AppError, instance: string, requestId: string): Answer {
  const extra = Object.entries(error.extra ?? {}).filter(([key]) => !RESERVED.has(key));
  const body = {
    type: `/api/docs#${error.code}`,
    title: error.title,
    status: error.status,
    code: error.code,
    detail: error.message,
    instance,
    requestId,
    ...(error.fields === undefined ? {} : { errors: error.fields }),
    ...Object.fromEntries(extra),
  };
  const headers: Record<string, string> = { "Content-Type": "application/problem+json" };
  if (error.status === 401) headers["WWW-Authenticate"] = challenge(error.code);
  if (error.retryAfterSeconds !== undefined)
    headers["Retry-After"] = String(Math.max(1, Math.ceil(error.retryAfterSeconds)));
  const isTransient = error.status >= 500 || error.status === 429 || error.retryAfterSeconds !== undefined;
  return { status: error.status, body: JSON.stringify(body), headers, isTransient };
}
