/** `idle`: nothing on the page is live. `connecting`: never connected yet. `disconnected`: was connected once. */
export type ConnectionState = {
  status: "idle" | "connecting" | "connected" | "disconnected";
  /** When the server was last heard from, in milliseconds since 1970; 0 while idle. The page was current until then. */
  heardAt: number;
};

export const IDLE: ConnectionState = { status: "idle", heardAt: 0 };

/** The connection's state as an external store: one immutable object per change. */
export class ConnectionStore {
  private state = IDLE;
  private readonly listeners = new Set<() => void>();

  readonly get = (): ConnectionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(status: ConnectionState["status"], heardAt: number): void {
    if (status === this.state.status) return;
    this.state = { status, heardAt };
    for (const listener of this.listeners) listener();
  }
}
