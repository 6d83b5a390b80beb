import { log } from "./log";
import { currentRequest, withRequestContext } from "./request-context";

type Digested = Error & { digest?: string };
/** Long enough for Next to pass the same error to `reportRequestError`. */
const GRACE_MS = 2_000;
const reported = new WeakSet<object>();

/**
 * Sends libraries' console warnings and errors through the log, where they are scrubbed: Next prints a failed page's
 * error in full, and database errors quote values. For production, once.
 */
export function catchConsole(): void {
  Object.assign(console, {
    error: (...args: unknown[]) => write("error", args),
    warn: (...args: unknown[]) => write("warn", args),
  });
}

function write(level: "error" | "warn", args: unknown[]): void {
  const error = args.find((arg): arg is Digested => arg instanceof Error);
  const text = args
    .filter((arg) => typeof arg === "string")
    .join(" ")
    .trim();
  if (error?.digest) {
    // A request's error is logged once, by the code that knows the route.
    setTimeout(() => reportOnce(error), GRACE_MS).unref();
  } else if (error) {
    log[level]({ err: error }, text || "an error on the console");
  } else if (text) {
    log[level](text);
  }
}

/** Logs an error that the request's own code did not catch: one line, with the reference shown to the user. */
export function reportRequestError(error: unknown, method: string, routePath: string): void {
  const { requestId = "none", actorId = null } = currentRequest() ?? {};
  const route = routePath.replace(/\/\([^)]*\)/g, "").replace(/\/(page|route)$/, "") || "/";
  withRequestContext({ requestId, route, actorId }, () => reportOnce(error, method));
}

function reportOnce(error: unknown, method?: string): void {
  if (typeof error === "object" && error !== null) {
    if (reported.has(error)) return;
    reported.add(error);
  }
  const { digest } = error as Digested;
  // Prefixed with a letter: ten bare digits would be scrubbed as a phone number.
  log.error({ err: error, ...(digest ? { digest: `E${digest}` } : {}), ...(method ? { method } : {}) }, "page failed");
}
