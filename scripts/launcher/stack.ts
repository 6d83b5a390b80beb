import { startChild, type ChildOptions, type Part } from "./child";
import { sentenceOf, StartError } from "./start-error";

const MAX_DEATHS = 5;
const DEATHS_WINDOW_MS = 60_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

type Slot = {
  name: string;
  start: () => Promise<Part>;
  part: Part;
  deaths: number[];
  watch?: Promise<void>;
  restarting?: Promise<void>;
};

/** What the launcher has started, in order. A part that dies is started again; stopping goes backwards. */
export class Stack {
  private readonly slots: Slot[] = [];
  private readonly tasks = new Set<Part>();
  private readonly starting = new Set<Promise<unknown>>();
  private stopping: Promise<void> | undefined;
  private giveUp: (error: Error) => void = () => {};
  /** Rejects when a part cannot be kept alive. */
  readonly failed = new Promise<never>((_, reject) => (this.giveUp = reject));

  constructor() {
    this.failed.catch(() => {}); // whoever waits for it hears it
  }

  get isStopping(): boolean {
    return this.stopping !== undefined;
  }

  /** Starts a part and keeps it running until `stop()`. */
  async add<P extends Part>(name: string, start: () => Promise<P>): Promise<P> {
    if (this.isStopping) throw new StartError("CareSync is stopping.");
    const adding = start().then((part) => {
      const slot: Slot = { name, start, part, deaths: [] };
      this.slots.push(slot);
      slot.watch = this.keepAlive(slot);
      return part;
    });
    this.starting.add(adding);
    return adding.finally(() => this.starting.delete(adding));
  }

  /** Runs a program to its end and answers its exit code. */
  async run(options: ChildOptions): Promise<number> {
    if (this.isStopping) throw new StartError("CareSync is stopping.");
    const child = startChild(options);
    this.tasks.add(child);
    return child.code.finally(() => this.tasks.delete(child));
  }

  /** Stops everything, the last started first. Safe to call twice. */
  stop(): Promise<void> {
    this.stopping ??= (async () => {
      await Promise.all([...this.tasks].map((task) => task.stop()));
      await Promise.allSettled(this.starting); // what is half-way up has to be there before it can go down
      for (const slot of [...this.slots].reverse()) {
        await slot.restarting; // those that were started later may still need it
        await slot.part.stop();
      }
      await Promise.all(this.slots.map((slot) => slot.watch));
    })();
    return this.stopping;
  }

  private async keepAlive(slot: Slot): Promise<void> {
    for (;;) {
      await slot.part.exited;
      if (this.isStopping) return;
      const now = Date.now();
      slot.deaths = [...slot.deaths.filter((at) => now - at < DEATHS_WINDOW_MS), now];
      if (slot.deaths.length > MAX_DEATHS) {
        this.giveUp(new StartError(`The ${slot.name} ended ${slot.deaths.length} times within a minute: see above why.`));
        return;
      }
      console.error(`The ${slot.name} ended unexpectedly; starting it again.`);
      slot.restarting = this.restart(slot, Math.min(100 * 2 ** slot.deaths.length, 5_000));
      await slot.restarting;
    }
  }

  private async restart(slot: Slot, delayMs: number): Promise<void> {
    await sleep(delayMs);
    // When the database died too, it comes first: it may have to recover for a while.
    for (const earlier of this.slots.slice(0, this.slots.indexOf(slot))) await earlier.restarting;
    if (this.isStopping) return;
    try {
      slot.part = await slot.start();
    } catch (error) {
      console.error(sentenceOf(error) ?? error); // the dead part is still in its slot: another round
    }
  }
}
