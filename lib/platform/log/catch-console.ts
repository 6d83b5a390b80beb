import { log } from "./log";
import { currentRequest, withRequestContext } from "./request-context";

type Digested = Error & { digest?: string };
/** Long enough for Next to hand the same error to `reportRequestError`. */
const GRACE_MS = 2_000;
const reported = new WeakSet<object>();

/**
 * Sends what libraries write to the console as warnings and errors through the log, where it is scrubbed: Next prints
 * a failed page's error whole, and the database's errors quote the values they are about. For production, once.
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
    // A request's error: it has its line once, from whoever knows the route.
    setTimeout(() => reportOnce(error), GRACE_MS).unref();
  } else if (error) {
    log[level]({ err: error }, text || "an error on the console");
  } else if (text) {
    log[level](text);
  }
}

/** Writes an error that nothing in the request's own code has caught: one line, with the reference its reader was given. */
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
  // With a letter before it: ten bare digits would be scrubbed as someone's telephone number.
  log.error({ err: error, ...(digest ? { digest: `E${digest}` } : {}), ...(method ? { method } : {}) }, "page failed");
}
