import cluster from "node:cluster";
import { config } from "@/lib/platform/config/config";
import { measurePool } from "@/lib/platform/db/measure-pool";
import { log } from "@/lib/platform/log/log";
import { countRefusals } from "@/lib/platform/metrics/count-refusals";
import { startMetrics } from "@/lib/platform/metrics/instruments";
import { measureAtScrape } from "@/lib/platform/metrics/render-metrics";
import { serveMetrics } from "@/lib/platform/metrics/serve-metrics";
import { shareMetrics } from "@/lib/platform/metrics/siblings";
import { measureSite } from "./measure-site";

/** Begins to count in a web process, which shows the whole site and the others on its port; not without METRICS_TOKEN. */
export function countWeb(): void {
  if (config.metrics.token === undefined) return;
  startMetrics(cluster.isWorker ? `web-${cluster.worker?.id}` : "web");
  measurePool();
  countRefusals();
  shareMetrics();
  measureAtScrape(measureSite);
}

/** Begins to count in the worker, and serves its numbers on WORKER_METRICS_PORT. A port that is taken keeps no one from their work. */
export async function countWorker(): Promise<void> {
  const { token, workerHost: host, workerPort: port } = config.metrics;
  if (token === undefined || port === undefined) return;
  startMetrics("worker");
  measurePool();
  await serveMetrics({ host, port, token }).then(
    () => log.info({ component: "worker", port }, "metrics served"),
    (error: unknown) => log.error({ err: error, component: "worker", port }, "metrics can't be served"),
  );
}
