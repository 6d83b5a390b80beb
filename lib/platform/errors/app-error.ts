/**
 * Every refusal the product knows, with its HTTP status and title. Routes and actions translate these; they never
 * invent codes.
 */
export const ERROR_CATALOGUE = {
  "malformed-json": { status: 400, title: "The body isn't valid JSON" },
  "bad-request": { status: 400, title: "The request can't be read" },
  unauthenticated: { status: 401, title: "Sign in first" },
  "invalid-credentials": { status: 401, title: "Wrong email or password" },
  "invalid-token": { status: 401, title: "The token isn't valid" },
  forbidden: { status: 403, title: "You can't do this" },
  "origin-refused": { status: 403, title: "The request came from another site" },
  "not-found": { status: 404, title: "Not found" },
  "method-not-allowed": { status: 405, title: "This method isn't supported here" },
  conflict: { status: 409, title: "The change conflicts with another" },
  "slot-taken": { status: 409, title: "This time has just been taken" },
  "patient-busy": { status: 409, title: "The patient has another appointment at this time" },
  "version-mismatch": { status: 409, title: "Someone else has changed this in the meantime" },
  "invalid-transition": { status: 409, title: "This step isn't possible in the current state" },
  "quota-reached": { status: 409, title: "You've reached the booking limit" },
  "video-closed": { status: 409, title: "The video visit isn't open" },
  "no-video-link": { status: 409, title: "There's no video link" },
  "hold-limit": { status: 409, title: "This time can't be held right now" },
  "times-open": { status: 409, title: "There's an open time that suits" },
  "hold-expired": { status: 409, title: "The hold has expired" },
  "cancellation-notice": { status: 409, title: "It is too late for this change" },
  "bed-taken": { status: 409, title: "This bed has just been taken" },
  "bed-closed": { status: 409, title: "This bed is closed" },
  "patient-admitted": { status: 409, title: "The patient is already in a bed" },
  "ambulance-taken": { status: 409, title: "This ambulance is on another call" },
  "call-taken": { status: 409, title: "Another hospital has already sent a vehicle" },
  "last-manager": { status: 409, title: "A hospital keeps at least one manager" },
  "last-access": { status: 409, title: "Someone has to act for this patient" },
  "email-taken": { status: 409, title: "This can't be used for a new account" },
  "already-exists": { status: 409, title: "This already exists" },
  "request-in-progress": { status: 409, title: "The same request is still running" },
  "precondition-failed": { status: 412, title: "The object has changed since you read it" },
  "payload-too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "The body has another format" },
  invalid: { status: 422, title: "Some of the input isn't valid" },
  "slot-not-offered": { status: 422, title: "This time isn't offered" },
  "idempotency-key-reused": { status: 422, title: "This idempotency key was used for another request" },
  "rate-limited": { status: 429, title: "Too many attempts" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "The service isn't ready" },
} as const;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/** One invalid field: a dotted path into the input and a sentence a person can act on. */
export type FieldError = { path: string; message: string };

export type AppErrorOptions = {
  /** Invalid fields, for `invalid`. */
  fields?: FieldError[];
  /** Machine-readable details an integrator can act on (e.g. `alternatives`); never personal data. */
  extra?: Record<string, unknown>;
  /** For `rate-limited`: seconds until another attempt makes sense. */
  retryAfterSeconds?: number;
  cause?: unknown;
};

/**
 * The only error thrown inside CareSync for the caller to know. `detail` is shown to people: plain words, no
 * identifiers, no personal data.
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

/** Answers the same for what is missing and what isn't yours, so that no one can probe for what exists. */
export function notFound(): AppError {
  return new AppError("not-found", "This doesn't exist, or you don't have access.");
}
