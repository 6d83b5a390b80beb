import type { AppState } from "./channels";
import type { ChannelsLimits } from "./limits";
import { isGrantOver, SIGN_IN_WITHIN_MS } from "./grants";
import { CODE, encodeFrame } from "./protocol";

const PING = encodeFrame({ event: "pusher:ping", data: {} });

/**
 * Pings silent connections and closes those that do not answer (4201), and those whose sign-in has expired. One sweep
 * for all of them instead of a timer each. Returns the function that stops it.
 */
export function startHeartbeat(states: Iterable<AppState>, limits: ChannelsLimits): () => void {
  const shortest = Math.min(limits.activityTimeoutMs, limits.pongTimeoutMs);
  const timer = setInterval(
    () => {
      const now = performance.now();
      for (const state of states) sweep(state, limits, now);
    },
    Math.min(1_000, Math.max(10, shortest / 4)),
  );
  timer.unref();
  return () => clearInterval(timer);
}

function sweep(state: AppState, limits: ChannelsLimits, now: number): void {
  const clock = Date.now();
  for (const [userId, at] of state.closedAt) if (clock - at > 2 * SIGN_IN_WITHIN_MS) state.closedAt.delete(userId);
  for (const connection of state.connections.values()) {
    if (isGrantOver(state, connection, clock)) connection.close(CODE.signInOver, "The sign-in is over");
    else if (connection.pingSentAt !== null) {
      if (now - connection.pingSentAt > limits.pongTimeoutMs) connection.close(CODE.pongMissing, "Pong not received");
    } else if (now - connection.lastHeardAt > limits.activityTimeoutMs) {
      connection.pingSentAt = now;
      connection.send(PING);
    }
  }
}
