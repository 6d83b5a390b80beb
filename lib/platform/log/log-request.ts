import { log } from "./log";

/**
 * Logs the one line of a finished request or action. Its ID, its route (the pattern, because a URL may contain IDs,
 * tokens and search words) and its actor come from the request's context.
 */
export function logRequest(method: string, status: number, durationMs: number): void {
  log.info({ method, status, durationMs: Math.round(durationMs * 100) / 100 }, "request");
}
