import cluster from "node:cluster";
import { countedHere } from "./instruments";

/** The numbers of one process, as prom-client writes them. */
export type Counted = Awaited<ReturnType<NonNullable<ReturnType<typeof countedHere>>["getMetricsAsJSON"]>>;

/** What web processes say to each other by way of the one that holds the port (scripts/web/pass-metrics.ts). */
type Message =
  | { caresync: "metrics"; kind: "ask"; ask: number; from?: number }
  | { caresync: "metrics"; kind: "expect"; ask: number; count: number }
  | { caresync: "metrics"; kind: "answer"; ask: number; to: number; counted: Counted };
type Waiting = { expected: number | undefined; answers: Counted[]; end(): void };

/** One that is busy for longer is left out this time. */
const PATIENCE_MS = 1_000;

// The listener is of instrumentation.ts, who asks is a route: two bundles, one process.
const KEY = Symbol.for("caresync.metrics-asked");
const holder = globalThis as typeof globalThis & { [KEY]?: Map<number, Waiting> };
const waiting = (holder[KEY] ??= new Map<number, Waiting>());

const isMessage = (message: unknown): message is Message =>
  typeof message === "object" && message !== null && (message as Message).caresync === "metrics";

/** Lets the other web processes on this port ask for the numbers of this one. Call once, at start. */
export function shareMetrics(): void {
  if (!cluster.isWorker) return;
  process.on("message", (message) => {
    if (isMessage(message)) void hear(message);
  });
}

async function hear(message: Message): Promise<void> {
  const { caresync, ask } = message;
  if (message.kind === "ask") {
    const counted = (await countedHere()?.getMetricsAsJSON()) ?? [];
    process.send?.({ caresync, kind: "answer", ask, to: message.from ?? 0, counted } satisfies Message);
    return;
  }
  const asker = waiting.get(ask);
  if (!asker) return;
  if (message.kind === "expect") asker.expected = message.count;
  else asker.answers.push(message.counted);
  if (asker.expected !== undefined && asker.answers.length >= asker.expected) asker.end();
}

/** Returns the numbers of the other web processes on this port: a scrape reaches only one of them. */
export function askSiblings(): Promise<Counted[]> {
  if (!cluster.isWorker) return Promise.resolve([]);
  const ask = Math.random();
  return new Promise((resolve) => {
    const answers: Counted[] = [];
    const end = () => {
      clearTimeout(late);
      waiting.delete(ask);
      resolve(answers);
    };
    const late = setTimeout(end, PATIENCE_MS);
    waiting.set(ask, { expected: undefined, answers, end });
    process.send?.({ caresync: "metrics", kind: "ask", ask } satisfies Message);
  });
}
