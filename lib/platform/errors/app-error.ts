/**
 * Every refusal the product knows, with the HTTP status and the title an integrator sees.
 * One place: doors translate, they never invent codes.
 */
export const ERROR_CATALOGUE = {
  "malformed-json": { status: 400, title: "The body is not valid JSON" },
  "bad-request": { status: 400, title: "The request cannot be read" },
  unauthenticated: { status: 401, title: "Sign in first" },
  "invalid-credentials": { status: 401, title: "Wrong email or password" },
  "invalid-token": { status: 401, title: "The token is not valid" },
  forbidden: { status: 403, title: "You may not do this" },
  "origin-refused": { status: 403, title: "The request comes from another site" },
  "not-found": { status: 404, title: "Not found" },
  "method-not-allowed": { status: 405, title: "This method is not offered here" },
  conflict: { status: 409, title: "The change conflicts with another" },
  "slot-taken": { status: 409, title: "This time has just been taken" },
  "patient-busy": { status: 409, title: "The patient has another appointment at this time" },
  "version-mismatch": { status: 409, title: "Someone else has changed this in the meantime" },
  "invalid-transition": { status: 409, title: "This step is not possible in the present state" },
  "quota-reached": { status: 409, title: "This is as much as can be booked" },
  "video-closed": { status: 409, title: "The video visit is not open" },
  "no-video-link": { status: 409, title: "There is no video link" },
  "hold-limit": { status: 409, title: "This time cannot be kept just now" },
  "hold-expired": { status: 409, title: "The hold has expired" },
  "cancellation-notice": { status: 409, title: "It is too late for this change" },
  "bed-taken": { status: 409, title: "This bed has just been taken" },
  "patient-admitted": { status: 409, title: "The patient is in a bed already" },
  "ambulance-taken": { status: 409, title: "This ambulance is on another call" },
  "call-taken": { status: 409, title: "Another hospital has sent a vehicle already" },
  "last-manager": { status: 409, title: "A hospital keeps at least one manager" },
  "email-taken": { status: 409, title: "This cannot be used for a new account" },
  "already-exists": { status: 409, title: "This exists already" },
  "request-in-progress": { status: 409, title: "The same request is still running" },
  "precondition-failed": { status: 412, title: "The object has changed since you read it" },
  "payload-too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "Send application/json" },
  invalid: { status: 422, title: "Some of the input is not valid" },
  "slot-not-offered": { status: 422, title: "This time is not offered" },
  "idempotency-key-reused": { status: 422, title: "This idempotency key was used for another request" },
  "rate-limited": { status: 429, title: "Too many attempts" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "The service is not ready" },
} as const;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/** One faulty field: a dotted path into the input and a sentence a person can act on. */
export type FieldError = { path: string; message: string };

export type AppErrorOptions = {
  /** Faulty fields, for `invalid`. */
  fields?: FieldError[];
  /** Machine-readable extras an integrator can act on (e.g. `alternatives`); never personal data. */
  extra?: Record<string, unknown>;
  /** For `rate-limited`: seconds until another attempt makes sense. */
  retryAfterSeconds?: number;
  cause?: unknown;
};

/**
 * The one error thrown inside CareSync for anything that is the caller's to know.
 * `detail` is shown to people: plain words, no identifiers, no personal data.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[] | undefined;
  readonly extra: Record<string, unknown> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, detail?: string, options: AppErrorOptions = {}) {
    super(detail ?? ERROR_CATALOGUE[code].title, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields;
    this.extra = options.extra;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get status(): number {
    return ERROR_CATALOGUE[this.code].status;
  }

  get title(): string {
    return ERROR_CATALOGUE[this.code].title;
  }
}

/** Missing and not yours are the same answer, so that nobody can probe for what exists. */
export function notFound(): AppError {
  return new AppError("not-found", "This doesn't exist, or you don't have access.");
}
