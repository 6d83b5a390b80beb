import { log } from "./log";

/**
 * Writes the one line of a finished request or action. Its id, its route (the pattern: a URL may carry ids,
 * tokens and search words) and its actor come from the request's context.
 */
export function logRequest(method: string, status: number, durationMs: number): void {
  log.info({ method, status, durationMs: Math.round(durationMs * 100) / 100 }, "request");
}
