import type { ErrorCode, FieldError } from "@/lib/platform/errors/app-error";

/** Why an action was refused. `fields` bind to the form's inputs, `requestId` is what the user can quote to support. */
export type ActionFailure = {
  code: ErrorCode;
  message: string;
  fields?: FieldError[];
  extra?: Record<string, unknown>;
  retryAfterSeconds?: number;
  requestId: string;
};

/**
 * What every server action returns; it never throws. `events` are the IDs it recorded, by which an open page recognises
 * its own change.
 */
export type ActionResult<T> = { ok: true; data: T; events?: string[] } | { ok: false; error: ActionFailure };
