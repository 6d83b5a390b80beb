import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

const running = new Set<ServerResponse>();
const POLL_MS = 20;

/**
 * Counts the requests this process is answering from now on, because Next doesn't expose its server. Call once, at
 * start.
 */
export function watchRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    running.add(response);
    response.once("close", () => running.delete(response));
  });
}

/** Resolves when nothing is being answered any more, after `deadlineMs` at the latest. */
export async function requestsAnswered(deadlineMs: number): Promise<void> {
  const deadline = Date.now() + deadlineMs;
  while (running.size > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}
