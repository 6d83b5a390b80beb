type Holder = { scope: symbol | undefined; isDirty: () => boolean };
/** Which dialog is being closed without what was typed into it; undefined when the page itself is left. */
type LeaveQuestion = { scope: symbol | undefined; go: () => void };

/**
 * Whether the page, or a dialog on it, may be left: what guards it (unsaved changes), and the open question. An
 * external store.
 */
class Leave {
  private readonly holders = new Set<Holder>();
  private question: LeaveQuestion | null = null;
  private readonly listeners = new Set<() => void>();

  readonly get = (): LeaveQuestion | null => this.question;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get isHeld(): boolean {
    return this.isHeldBy(() => true);
  }

  /**
   * Guards the page, and the dialog `scope` if inside one, while `isDirty` returns true, until the returned function is
   * called.
   */
  hold(scope?: symbol, isDirty = () => true): () => void {
    const holder = { scope, isDirty };
    this.holders.add(holder);
    return () => {
      this.holders.delete(holder);
      // Its dialog has closed meanwhile: saved.
      if (this.question?.scope !== undefined && !this.isHeldBy((one) => one.scope === this.question?.scope))
        this.put(null);
    };
  }

  /** Leaves by `go`, after asking when something is unsaved. Every navigation that is not a link goes through here. */
  by(go: () => void): void {
    if (!this.isHeld) return go();
    this.put({ scope: undefined, go });
  }

  /** Closes one dialog by `go`; unsaved changes beside it do not matter. */
  close(scope: symbol, go: () => void): void {
    if (!this.isHeldBy((one) => one.scope === scope)) return go();
    this.put({ scope, go });
  }

  answer(leaves: boolean): void {
    const { question } = this;
    this.put(null);
    if (!leaves || question === null) return;
    // A dialog's guards end with it.
    if (question.scope === undefined) this.holders.clear();
    question.go();
  }

  private isHeldBy(matches: (holder: Holder) => boolean): boolean {
    return [...this.holders].some((holder) => matches(holder) && holder.isDirty());
  }

  private put(question: LeaveQuestion | null): void {
    this.question = question;
    for (const listener of this.listeners) listener();
  }
}

/** The tab's own. */
export const leave = new Leave();
