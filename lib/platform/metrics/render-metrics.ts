import { AggregatorRegistry, Gauge, Registry } from "prom-client";
import { countedHere } from "./instruments";
import { askSiblings, type Counted } from "./siblings";

/** What is measured of the whole site when it is asked for: a gauge and its values. */
export type Reading = { name: string; help: string; values: { labels?: Record<string, string>; value: number }[] };

export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/** However often it is asked, the site is measured once in this time by each process. */
const KEPT_MS = 10_000;

type Measured = { at: number; readings: Promise<Reading[]> };
const KEY = Symbol.for("caresync.metrics-site");
const holder = globalThis as typeof globalThis & { [KEY]?: { measure(): Promise<Reading[]>; last?: Measured } };

/** Names what measures the site. It must not throw, and must answer within the time a scrape has. */
export function measureAtScrape(measure: () => Promise<Reading[]>): void {
  holder[KEY] = { measure };
}

function readSite(): Promise<Reading[]> {
  const site = holder[KEY];
  if (!site) return Promise.resolve([]);
  if (!site.last || Date.now() - site.last.at > KEPT_MS) site.last = { at: Date.now(), readings: site.measure() };
  return site.last.readings;
}

function registryOf(readings: Reading[]): Registry {
  const registry = new Registry();
  for (const { name, help, values } of readings) {
    const labelNames = Object.keys(values[0]?.labels ?? {});
    const made = new Gauge({ name, help, labelNames, registers: [registry] });
    for (const { labels = {}, value } of values) made.set(labels, value);
  }
  return registry;
}

/** Nothing is added up, because each process has a label of its own; a number that doesn't exist becomes null on its way. */
const asCounted = (counted: Counted): Counted =>
  counted.map((metric) => ({
    ...metric,
    aggregator: "sum",
    values: metric.values.map((one) => ({ ...one, value: (one.value as number | null) ?? Number.NaN })),
  }));

/**
 * Writes all numbers in Prometheus' text format: of this process, of the others on its port, and of the site. Null when this
 * process doesn't count.
 */
export async function renderMetrics(): Promise<string | null> {
  const own = countedHere();
  if (!own) return null;
  const [here, siblings, site] = await Promise.all([own.getMetricsAsJSON(), askSiblings(), readSite()]);
  const all = [here, ...siblings, await registryOf(site).getMetricsAsJSON()];
  return AggregatorRegistry.aggregate(all.map(asCounted)).metrics();
}
