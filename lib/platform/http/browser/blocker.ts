/** What keeps an action, or the reading of a page, from being done until its person does something about it. */
export type Blocker = {
  kind: "offline" | "signed-out";
  /** Whether someone pressed something: that can be given up, and the page stays as it is. */
  isAction: boolean;
};

/** Whose page this is. */
export type Person = { id: string; email?: string };

/** Thrown in place of an answer: the person decided that nothing shall be sent. */
export class GaveUpError extends Error {
  constructor() {
    super("It was given up before it was sent.");
  }
}

/**
 * Where what is being sent waits while something is in its way, and where the one dialog that says so finds it. An
 * external store: one immutable object per change.
 */
export class BlockerStore {
  person: Person | null = null;
  private current: Blocker | null = null;
  private waiting: ((proceed: boolean) => void)[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly returned = new Set<() => void>();

  readonly get = (): Blocker | null => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Waits until the hindrance is gone (true) or was given up (false). Being signed out outweighs being offline. */
  wait(blocker: Blocker): Promise<boolean> {
    const isAction = blocker.isAction || this.current?.isAction === true;
    const kind = this.current?.kind === "signed-out" ? "signed-out" : blocker.kind;
    this.change({ kind, isAction });
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Lets everything that waits go on, or gives it up. Nothing when this is not what is waited for. */
  settle(kind: Blocker["kind"], proceed: boolean): void {
    if (this.current?.kind !== kind) return;
    const { waiting } = this;
    this.waiting = [];
    this.change(null);
    for (const resolve of waiting) resolve(proceed);
    if (proceed && kind === "signed-out") for (const listener of this.returned) listener();
  }

  /** Calls `listener` whenever the person of this page is signed in again; answers the function that stops. */
  onReturn(listener: () => void): () => void {
    this.returned.add(listener);
    return () => void this.returned.delete(listener);
  }

  private change(to: Blocker | null): void {
    this.current = to;
    for (const listener of this.listeners) listener();
  }
}

/** The tab's own. */
export const blockers = new BlockerStore();
