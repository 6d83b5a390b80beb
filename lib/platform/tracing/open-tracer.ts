import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  type IdGenerator,
  RandomIdGenerator,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from "@opentelemetry/sdk-trace-base";
import type { Span } from "./trace";
import { rootSpanIdOf, traceIdOf } from "./trace-ids";

export type TracerOptions = {
  exporter: SpanExporter;
  /** Which process it is: web-1, worker. */
  process: string;
  /** The share of requests that are traced, 0 to 1; every process decides the same of a request. */
  share: number;
};

/** Returns what sends spans to a collector, by OTLP over HTTP; its headers come from OTEL_EXPORTER_OTLP_HEADERS. */
export function collectorAt(endpoint: string): SpanExporter {
  return new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces` });
}

/**
 * Opens a tracer that keeps spans and sends them in batches; `close` sends what is left. It isn't OpenTelemetry's global one:
 * Next's own spans contain addresses, and those contain names and tokens.
 */
export function openTracer({ exporter, process, share }: TracerOptions) {
  const ids = new RequestIds();
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": "caresync", "service.instance.id": process }),
    sampler: new TraceIdRatioBasedSampler(share),
    idGenerator: ids,
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer("caresync");
  const keep = ({ name, kind, requestId, isRoot = false, startedAt, endedAt, attributes, error }: Span): void => {
    const kinds = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER };
    const options = {
      root: isRoot,
      kind: kind === undefined ? SpanKind.INTERNAL : kinds[kind],
      startTime: startedAt,
      attributes: { ...attributes, ...(error === undefined ? {} : { "error.type": kindOf(error) }) },
    };
    const span = ids.within(isRoot ? requestId : undefined, () => tracer.startSpan(name, options, below(requestId)));
    if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(endedAt);
  };
  return { keep, close: () => provider.shutdown() };
}

function below(requestId: string) {
  const root = { traceId: traceIdOf(requestId), spanId: rootSpanIdOf(requestId), traceFlags: TraceFlags.SAMPLED };
  return trace.setSpanContext(ROOT_CONTEXT, { ...root, isRemote: true });
}

/** An error's kind only: its text may quote what someone wrote. */
function kindOf(error: unknown): string {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  return typeof code === "string" ? code : typeof name === "string" ? name : "unknown";
}

/** Gives the span of a request the IDs that follow from the request's. */
class RequestIds implements IdGenerator {
  private readonly random = new RandomIdGenerator();
  private requestId: string | undefined;

  generateTraceId(): string {
    return this.requestId === undefined ? this.random.generateTraceId() : traceIdOf(this.requestId);
  }

  generateSpanId(): string {
    return this.requestId === undefined ? this.random.generateSpanId() : rootSpanIdOf(this.requestId);
  }

  within<T>(requestId: string | undefined, start: () => T): T {
    this.requestId = requestId;
    try {
      return start();
    } finally {
      this.requestId = undefined;
    }
  }
}
