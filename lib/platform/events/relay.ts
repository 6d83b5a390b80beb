import type pg from "pg";
import { dedicatedClient } from "@/lib/platform/db/listen";
import { LOCK_NUMBERS } from "@/lib/platform/db/lock-numbers";
import { log } from "@/lib/platform/log/log";
import { counter } from "@/lib/platform/metrics/instruments";
import { noteSpans, now, type Span } from "@/lib/platform/tracing/trace";
import { markDelivered, pendingDeliveries, postponeDelivery, type StoredEvent } from "./outbox";
import type { Sink } from "./record";

const relayed = counter({
  name: "caresync_relay_events_total",
  help: "Events that were given to a sink, by result: delivered, or postponed after a failure.",
  labels: ["sink", "result"],
});

const BATCH = 200;
const POLL_MS = 1_000;

/** Delivers events at least once, so it must tolerate duplicates. Throws when it could not. */
export type Deliver = (events: StoredEvent[]) => Promise<void>;

/**
 * The minimum interval between two rounds of a sink. The first event after a quiet time goes at once; under load each
 * round takes what came meanwhile, at a fraction of the cost of delivering every event alone.
 */
const PAUSE_MS: Record<Sink, number> = { channels: 25, notifications: 250, directory: 1_000, waitlist: 50 };

/** Empties one sink; wake-ups during the work cause one more round, never two in parallel. */
class SinkWorker {
  private running: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly sink: Sink,
    private readonly deliver: Deliver,
    private readonly isLeading: () => boolean,
  ) {}

  wake(): void {
    this.again = true;
    this.running ??= this.work().finally(() => (this.running = undefined));
  }

  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async work(): Promise<void> {
    while (this.again && this.isLeading()) {
      this.again = false;
      const round = this.drain();
      await Promise.all([round, new Promise((resolve) => setTimeout(resolve, PAUSE_MS[this.sink]))]);
    }
  }

  private async drain(): Promise<void> {
    try {
      for (;;) {
        const events = this.isLeading() ? await pendingDeliveries(this.sink, BATCH) : [];
        if (events.length > 0) await this.deliverBatch(events);
        if (events.length < BATCH) return;
      }
    } catch (error) {
      log.error({ err: error, sink: this.sink }, "relay round failed"); // the poll wakes it again
    }
  }

  private async deliverBatch(events: StoredEvent[]): Promise<void> {
    try {
      await this.deliverAndMark(events);
    } catch (error) {
      log.warn({ err: error, sink: this.sink, count: events.length }, "delivery failed, going one by one");
      await this.deliverOneByOne(events);
    }
  }

  private async deliverOneByOne(events: StoredEvent[]): Promise<void> {
    const blocked = new Set<string>();
    for (const event of events) {
      const aggregate = `${event.aggregate}:${event.aggregateId}`;
      if (blocked.has(aggregate)) continue;
      try {
        await this.deliverAndMark([event]);
      } catch (error) {
        blocked.add(aggregate);
        relayed({ sink: this.sink, result: "postponed" });
        await postponeDelivery(this.sink, event.position);
        log.warn({ err: error, sink: this.sink, type: event.type }, "delivery postponed");
        if (blocked.size >= 3) return; // the sink itself is down: don't try hundreds one by one
      }
    }
  }

  private async deliverAndMark(events: StoredEvent[]): Promise<void> {
    const startedAt = now();
    await this.deliver(events);
    await markDelivered(
      this.sink,
      events.map((event) => event.position),
    );
    relayed({ sink: this.sink, result: "delivered" }, events.length);
    noteSpans(() => events.flatMap((event) => this.spanOf(event, startedAt)));
  }

  /** Each event belongs to the request that recorded it, though many are delivered at once. */
  private spanOf({ requestId, type, occurredAt }: StoredEvent, startedAt: number): Span[] {
    if (requestId === null) return [];
    const attributes = { "event.type": type, "waited.ms": Math.round(startedAt - occurredAt.getTime()) };
    return [{ name: `deliver to ${this.sink}`, kind: "consumer", requestId, startedAt, endedAt: now(), attributes }];
  }
}

/**
 * Starts the relay. Exactly one of all instances leads, by a session lock in PostgreSQL: when it dies another takes
 * over within about a second, when it goes silent within about ten. Commits wake it through NOTIFY; a poll every second
 * catches lost notifications and time-outs. Nothing is lost: events stay in the outbox until they are delivered.
 */
export function startRelay(sinks: Record<Sink, Deliver>): { stop(): Promise<void> } {
  let client: pg.Client | undefined;
  let leading = false;
  let stopped = false;
  const workers = Object.entries(sinks).map(
    ([sink, deliver]) => new SinkWorker(sink as Sink, deliver, () => leading && !stopped),
  );
  const wakeAll = () => workers.forEach((worker) => worker.wake());

  const lose = (lost: pg.Client) => {
    if (client !== lost) return;
    client = undefined;
    leading = false;
    lost.end().catch(() => undefined);
  };
  const tick = async () => {
    try {
      if (!client) {
        client = await listen(lose, () => leading && wakeAll());
      }
      if (leading) {
        await client.query("SELECT 1"); // alive and responding
      } else {
        const asked = client;
        const hasLock = await tryToLead(asked);
        leading = client === asked && hasLock;
      }
    } catch (error) {
      log.warn({ err: error }, "relay has no database");
      if (client) lose(client);
    }
    if (leading) wakeAll();
  };

  let timer: NodeJS.Timeout | undefined;
  const loop = async () => {
    await tick();
    if (!stopped) timer = setTimeout(() => (running = loop()), POLL_MS);
  };
  let running = loop();

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      await Promise.all(workers.map((worker) => worker.idle()));
      await client?.end().catch(() => undefined);
    },
  };
}

/** Opens a connection that hears of commits, and reports when it is lost. */
async function listen(onLost: (client: pg.Client) => void, onCommit: () => void): Promise<pg.Client> {
  const client = await dedicatedClient("caresync-relay");
  client.on("error", () => onLost(client));
  client.on("notification", onCommit);
  await client.query("LISTEN caresync_events");
  return client;
}

/** Takes the lock of the instance that leads, unless another has it. */
async function tryToLead(client: pg.Client): Promise<boolean> {
  const answer = await client.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1) AS got", [
    LOCK_NUMBERS.relayLeader,
  ]);
  return answer.rows[0]?.got ?? false;
}
