import type { ErrorCode, FieldError } from "@/lib/platform/errors/app-error";

/** Why an action did not happen; `fields` bind to a form's inputs, `requestId` is what to tell the support. */
export type ActionFailure = {
  code: ErrorCode;
  message: string;
  fields?: FieldError[];
  extra?: Record<string, unknown>;
  retryAfterSeconds?: number;
  requestId: string;
};

/**
 * What every server action answers; it never throws. `events` are the ids of those it has recorded, by which an open page
 * knows its own change again.
 */
export type ActionResult<T> = { ok: true; data: T; events?: string[] } | { ok: false; error: ActionFailure };
