/** What blocks an action, or the refresh of a page, until the user does something about it. */
export type Blocker = {
  kind: "offline" | "signed-out";
  /** Whether a user started it: then it can be given up, and the page stays as it is. */
  isAction: boolean;
};

/** Whose page this is. */
export type Person = { id: string; email?: string };

/** Thrown in place of an answer: the user decided not to send. */
export class GaveUpError extends Error {
  constructor() {
    super("It was given up before it was sent.");
  }
}

/**
 * Where blocked requests wait, and where the dialog that says so finds the reason. An external store: one immutable
 * object per change.
 */
export class BlockerStore {
  person: Person | null = null;
  private leaving = false;
  private current: Blocker | null = null;
  private waiting: ((proceed: boolean) => void)[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly returned = new Set<() => void>();

  readonly get = (): Blocker | null => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Whether this page's person has just signed out by choice: then nothing asks them to sign in again. */
  get isLeaving(): boolean {
    return this.leaving;
  }

  leave(): void {
    this.leaving = true;
  }

  /** The person of this page is here (again). */
  stay(): void {
    this.leaving = false;
  }

  /**
   * Waits until the blocker is gone (true) or the request was given up (false). Signed out takes precedence over
   * offline.
   */
  wait(blocker: Blocker): Promise<boolean> {
    if (this.leaving && blocker.kind === "signed-out") return Promise.resolve(false);
    const isAction = blocker.isAction || this.current?.isAction === true;
    const kind = this.current?.kind === "signed-out" ? "signed-out" : blocker.kind;
    this.change({ kind, isAction });
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Continues everything that waits, or gives it up. Does nothing for another blocker than the current one. */
  settle(kind: Blocker["kind"], proceed: boolean): void {
    if (this.current?.kind !== kind) return;
    const { waiting } = this;
    this.waiting = [];
    this.change(null);
    for (const resolve of waiting) resolve(proceed);
    if (proceed && kind === "signed-out") for (const listener of this.returned) listener();
  }

  /** Calls `listener` whenever this page's person is signed in again; returns the function that unsubscribes. */
  onReturn(listener: () => void): () => void {
    this.returned.add(listener);
    return () => void this.returned.delete(listener);
  }

  private change(to: Blocker | null): void {
    this.current = to;
    for (const listener of this.listeners) listener();
  }
}

/** This tab's store. */
export const blockers = new BlockerStore();
