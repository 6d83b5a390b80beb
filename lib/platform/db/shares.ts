/** How long work waits for its share before it is refused. */
const TIMEOUT_MS = 5_000;

type Waiter = { start: () => void };

/**
 * Divides the connections so that no kind of work holds more than half of them and one slow table leaves the rest to
 * others. Within its share a kind is served in order.
 */
export class Shares {
  private readonly held = new Map<string, number>();
  private readonly waiting = new Map<string, Waiter[]>();
  private readonly most: number;

  constructor(connections: number) {
    this.most = Math.max(1, Math.ceil(connections / 2));
  }

  /** Resolves with a release function once this kind has a share; rejects as a full pool does. */
  take(kind: string): Promise<() => void> {
    if ((this.held.get(kind) ?? 0) < this.most) return Promise.resolve(this.hold(kind));
    return new Promise((resolve, reject) => {
      const queue = this.waiting.get(kind) ?? [];
      this.waiting.set(kind, queue);
      const waiter: Waiter = {
        start: () => {
          clearTimeout(timer);
          resolve(this.hold(kind));
        },
      };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(waiter), 1);
        reject(new Error("timeout exceeded when trying to connect"));
      }, TIMEOUT_MS);
      queue.push(waiter);
    });
  }

  private hold(kind: string): () => void {
    this.held.set(kind, (this.held.get(kind) ?? 0) + 1);
    return () => this.giveBack(kind);
  }

  private giveBack(kind: string): void {
    const left = (this.held.get(kind) ?? 1) - 1;
    if (left === 0) this.held.delete(kind);
    else this.held.set(kind, left);
    const queue = this.waiting.get(kind);
    const next = queue?.shift();
    if (queue?.length === 0) this.waiting.delete(kind);
    next?.start();
  }
}
