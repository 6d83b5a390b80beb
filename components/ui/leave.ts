/** Whether the page may be left: what holds it (unsaved changes), and the question that is open. An external store. */
class Leave {
  private readonly holders = new Set<symbol>();
  private question: (() => void) | null = null;
  private readonly listeners = new Set<() => void>();

  readonly get = (): (() => void) | null => this.question;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get isHeld(): boolean {
    return this.holders.size > 0;
  }

  /** Holds the page until the answered function is called. */
  hold(): () => void {
    const holder = Symbol("unsaved");
    this.holders.add(holder);
    return () => void this.holders.delete(holder);
  }

  /** Leaves by `go`, after asking where something is unsaved. Every way out that is not a link goes through here. */
  by(go: () => void): void {
    if (!this.isHeld) return go();
    this.put(go);
  }

  answer(leaves: boolean): void {
    const go = this.question;
    this.put(null);
    if (!leaves) return;
    this.holders.clear();
    go?.();
  }

  private put(question: (() => void) | null): void {
    this.question = question;
    for (const listener of this.listeners) listener();
  }
}

/** The tab's own. */
export const leave = new Leave();
