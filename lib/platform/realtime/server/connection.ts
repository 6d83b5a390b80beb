import { WebSocket } from "ws";
import { type ChannelsLimits, RateBudget } from "./limits";
import { encodeError, type Frame } from "./protocol";

export type SignedInUser = { id: string; info: unknown };

/** How long a peer may take to answer a close frame before the socket is terminated. */
const CLOSE_GRACE_MS = 2_000;

/** One browser tab: its socket, its user, its channels, and when it was last heard from. */
export class Connection {
  /** Channel name → member ID on presence channels, null elsewhere. */
  readonly subscriptions = new Map<string, string | null>();
  readonly messages: RateBudget;
  readonly clientEvents: RateBudget;
  user: SignedInUser | null = null;
  lastHeardAt: number;
  pingSentAt: number | null = null;

  constructor(
    private readonly socket: WebSocket,
    readonly socketId: string,
    private readonly limits: ChannelsLimits,
    now: number,
  ) {
    this.lastHeardAt = now;
    this.messages = new RateBudget(limits.messagesPerSecond, now);
    this.clientEvents = new RateBudget(limits.clientEventsPerSecond, now);
  }

  /** Sends unless the socket is closing; a consumer that can't keep up is disconnected and reconnects. */
  send(frame: Frame): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    if (this.socket.bufferedAmount > this.limits.maxBufferedBytes) {
      this.socket.terminate();
      return;
    }
    this.socket.send(frame, { binary: false });
  }

  sendError(code: number, message: string): void {
    this.send(encodeError(code, message));
  }

  /** Any frame proves that the other side is alive. */
  heard(now: number): void {
    this.lastHeardAt = now;
    this.pingSentAt = null;
  }

  close(code: number, reason: string): void {
    closeSocket(this.socket, code, reason);
  }
}

/** Closes with a code, and terminates the socket if the peer does not answer. */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  const timer = setTimeout(() => socket.terminate(), CLOSE_GRACE_MS);
  timer.unref();
  socket.once("close", () => clearTimeout(timer));
}
