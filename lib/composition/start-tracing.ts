import cluster from "node:cluster";
import { config } from "@/lib/platform/config/config";
import { traceWith } from "@/lib/platform/tracing/trace";

/**
 * Begins to trace in this process, where there is a collector (OTEL_EXPORTER_OTLP_ENDPOINT). Returns what sends the rest and
 * ends it.
 */
export async function startTracing(kind: "web" | "worker"): Promise<() => Promise<void>> {
  const { endpoint, share } = config.tracing;
  if (endpoint === undefined) return () => Promise.resolve();
  const { collectorAt, openTracer } = await import("@/lib/platform/tracing/open-tracer");
  const process = kind === "web" && cluster.isWorker ? `web-${cluster.worker?.id}` : kind;
  const { keep, close } = openTracer({ exporter: collectorAt(endpoint), process, share });
  traceWith(keep);
  return () => close().catch(() => undefined); // a collector that is away keeps no one from ending
}
