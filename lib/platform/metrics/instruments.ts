import { collectDefaultMetrics, Counter, Gauge, Histogram, type Metric, Registry } from "prom-client";

type Make = (registers: Registry[]) => Metric;

// Next bundles instrumentation.ts apart from the routes: one registry per process, or each would count half.
const KEY = Symbol.for("caresync.metrics");
const holder = globalThis as typeof globalThis & { [KEY]?: { registry?: Registry; declared: Map<string, Make> } };
const state = (holder[KEY] ??= { declared: new Map<string, Make>() });

type Named<L extends string> = { name: string; help: string; labels?: readonly L[] };
type Labels<L extends string> = Readonly<Record<L, string>>;
type Value = { labels?: Record<string, string>; value: number };

/**
 * Begins to count in this process, under this name; until then counting does nothing and costs nothing. Call it once, first of
 * all: what happened before isn't counted.
 */
export function startMetrics(process: string): void {
  if (state.registry) return;
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });
  state.registry = registry;
  for (const make of state.declared.values()) make([registry]);
}

/** Returns what this process has counted; undefined when it doesn't. */
export const countedHere = (): Registry | undefined => state.registry;

/** Shows it from the beginning, before anything is counted; a bundle that declares it again finds the first one's. */
function declare<M extends Metric>(name: string, make: (registers: Registry[]) => M): () => M | undefined {
  if (!state.declared.has(name)) {
    state.declared.set(name, make);
    if (state.registry) make([state.registry]);
  }
  return () => state.registry?.getSingleMetric(name) as M | undefined;
}

/** Returns a function that counts. Labels have few values: kinds and patterns, never an ID. */
export function counter<L extends string = never>({ name, help, labels = [] }: Named<L>) {
  const counted = declare(name, (registers) => new Counter({ name, help, labelNames: [...labels], registers }));
  return (of: Labels<L>, by = 1): void => counted()?.inc(of, by);
}

/** Returns a function that notes how many seconds something took. `buckets` are upper limits in seconds. */
export function timer<L extends string = never>({
  name,
  help,
  labels = [],
  buckets,
}: Named<L> & { buckets: number[] }) {
  const timed = declare(
    name,
    (registers) => new Histogram({ name, help, labelNames: [...labels], buckets, registers }),
  );
  return (of: Labels<L>, seconds: number): void => timed()?.observe(of, seconds);
}

/** Reads something of this process each time it is asked for its numbers. */
export function gauge<L extends string = never>({ name, help, labels = [] }: Named<L>, read: () => Value[]): void {
  declare(
    name,
    (registers) =>
      new Gauge({
        name,
        help,
        labelNames: [...labels],
        registers,
        collect() {
          for (const { labels: of = {}, value } of read()) this.set(of as Record<L, string>, value);
        },
      }),
  );
}
