import { startChild, type ChildOptions, type Part } from "../process/child";
import { sentenceOf, StartError } from "../process/start-error";

const MAX_DEATHS = 5;
const DEATHS_WINDOW_MS = 60_000;
const MAX_PAUSE_MS = 5_000;
/** A part that can't run now may be able to when someone has freed space or a port. */
const MAX_SIDE_PAUSE_MS = 30_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export type PartOptions = {
  /** The site runs without it, degraded: it is restarted for ever, and no other part waits for it. */
  isSide?: boolean;
  /** Also restarted for ever, but starting parts wait for it. */
  isKept?: boolean;
  /** It retries by itself before it ends: then it is given up. */
  triesItself?: boolean;
  /** It has the addresses of the parts before it: it is restarted when one of them has moved. */
  follows?: boolean;
};

type Slot = PartOptions & {
  name: string;
  start: () => Promise<Part>;
  part: Part;
  deaths: number[];
  startedAt: number;
  /** Consecutive ones, each soon after its start. */
  failures: number;
  watch?: Promise<void>;
  restarting?: Promise<void> | undefined;
  isRenewing?: boolean;
};

/** What the launcher has started, in order. A part that dies is restarted; stopping goes backwards. */
export class Stack {
  private readonly slots: Slot[] = [];
  private readonly tasks = new Set<Part>();
  private readonly starting = new Set<Promise<unknown>>();
  private stopping: Promise<void> | undefined;
  private giveUp: (error: Error) => void = () => {};
  /** Rejects when an essential part can't be kept alive. */
  readonly failed = new Promise<never>((_, reject) => (this.giveUp = reject));
  private endPauses = () => {};
  private readonly stopAsked = new Promise<void>((resolve) => (this.endPauses = resolve));

  constructor() {
    this.failed.catch(() => {}); // reported to the waiting caller
  }

  get isStopping(): boolean {
    return this.stopping !== undefined;
  }

  /** Starts a part and keeps it running until `stop()`. */
  async add<P extends Part>(name: string, start: () => Promise<P>, options: PartOptions = {}): Promise<P> {
    if (this.isStopping) throw new StartError("CareSync is stopping.");
    const adding = start().then((part) => {
      const slot: Slot = { name, start, part, deaths: [], startedAt: Date.now(), failures: 0, ...options };
      this.slots.push(slot);
      slot.watch = this.keepAlive(slot);
      return part;
    });
    this.starting.add(adding);
    return adding.finally(() => this.starting.delete(adding));
  }

  /** Runs a program to its end and returns its exit code. */
  async run(options: ChildOptions): Promise<number> {
    if (this.isStopping) throw new StartError("CareSync is stopping.");
    const child = startChild(options);
    this.tasks.add(child);
    return child.code.finally(() => this.tasks.delete(child));
  }

  /**
   * Restarts the parts that were started after `name`: it has moved, and they have its old address. All at once,
   * because a worker without its database takes a while to end, and the site should not wait for it.
   */
  async renewAfter(name: string): Promise<void> {
    const later = this.slots.slice(this.slots.findIndex((slot) => slot.name === name) + 1);
    await Promise.all(later.map((slot) => this.renew(slot)));
  }

  /** Stops everything, the last started first. Safe to call twice. */
  stop(): Promise<void> {
    this.stopping ??= (async () => {
      this.endPauses();
      await Promise.all([...this.tasks].map((task) => task.stop()));
      await Promise.allSettled(this.starting); // what is half-way up must be there before it can go down
      for (const slot of [...this.slots].reverse()) {
        await slot.restarting; // parts that were started later may still need it
        await slot.part.stop();
      }
      await Promise.all(this.slots.map((slot) => slot.watch));
    })();
    return this.stopping;
  }

  private async renew(slot: Slot): Promise<void> {
    if (this.isStopping) return;
    if (slot.part.renew) return slot.part.renew();
    if (!slot.follows || slot.restarting) return;
    slot.isRenewing = true;
    await slot.part.stop();
  }

  private async keepAlive(slot: Slot): Promise<void> {
    for (;;) {
      await slot.part.exited;
      if (this.isStopping) return;
      const pause = slot.isRenewing ? 0 : this.pauseAfterDeath(slot);
      slot.isRenewing = false;
      if (pause === undefined) return;
      slot.restarting = this.restart(slot, pause);
      await slot.restarting;
      slot.restarting = undefined;
    }
  }

  /** Returns how long to wait before the next start, or undefined when there is none. */
  private pauseAfterDeath(slot: Slot): number | undefined {
    const now = Date.now();
    slot.deaths = [...slot.deaths.filter((at) => now - at < DEATHS_WINDOW_MS), now];
    const { length } = slot.deaths;
    if (slot.triesItself || (length > MAX_DEATHS && !slot.isSide && !slot.isKept)) {
      const said = slot.triesItself ? "cannot be kept running" : `ended ${length} times within a minute`;
      this.giveUp(new StartError(`The ${slot.name} ${said}: see the reason above.`));
      return undefined;
    }
    slot.failures = now - slot.startedAt > DEATHS_WINDOW_MS ? 1 : slot.failures + 1;
    const pause = Math.min(100 * 2 ** slot.failures, slot.isSide ? MAX_SIDE_PAUSE_MS : MAX_PAUSE_MS);
    console.error(
      `The ${slot.name} ended unexpectedly; starting it again${pause > 1_000 ? ` in ${Math.round(pause / 1_000)} s` : ""}.`,
    );
    return pause;
  }

  private async restart(slot: Slot, delayMs: number): Promise<void> {
    await Promise.race([sleep(delayMs), this.stopAsked]);
    // If the database died too, it comes first: it may have to recover for a while.
    for (const earlier of this.slots.slice(0, this.slots.indexOf(slot))) if (!earlier.isSide) await earlier.restarting;
    if (this.isStopping) return;
    try {
      slot.startedAt = Date.now();
      slot.part = await slot.start();
    } catch (error) {
      console.error(sentenceOf(error) ?? error); // the dead part is still in its slot: another round
    }
  }
}
