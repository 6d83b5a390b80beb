import { InMemorySpanExporter } from "@opentelemetry/sdk-trace-base";
import { afterEach, describe, expect, it } from "vitest";
import { openTracer } from "./open-tracer";
import { noteSpans, traced, traceWith } from "./trace";
import { rootSpanIdOf, traceIdOf } from "./trace-ids";

const REQUEST = "0190a2b4-7c1d-7e3f-8a5b-9c6d7e8f0a1b";

/** Traces what `work` does, as two processes would, and returns the spans of both. */
async function spansOf(work: () => Promise<unknown>, share = 1) {
  const exporter = new InMemorySpanExporter();
  const tracer = openTracer({
    exporter: Object.assign(exporter, { shutdown: async () => undefined }),
    process: "web",
    share,
  });
  traceWith(tracer.keep);
  await work();
  await tracer.close();
  return exporter.getFinishedSpans();
}

const request = (requestId: string) =>
  traced(
    requestId,
    () => ({ name: "POST /api/things", isRoot: true }),
    async () => 1,
  );

afterEach(() => traceWith(undefined));

describe("a traced request", () => {
  it("has a trace that is found by the request's ID, whichever part is noted first", async () => {
    const [later] = await spansOf(() =>
      traced(
        REQUEST,
        () => ({ name: "deliver to channels" }),
        async () => 1,
      ),
    );
    const [root] = await spansOf(() => request(REQUEST));
    expect(root?.spanContext()).toMatchObject({
      traceId: "0190a2b47c1d7e3f8a5b9c6d7e8f0a1b",
      spanId: rootSpanIdOf(REQUEST),
    });
    expect(root?.parentSpanContext).toBeUndefined();
    expect(later?.spanContext().traceId).toBe(root?.spanContext().traceId);
    expect(later?.parentSpanContext?.spanId).toBe(root?.spanContext().spanId);
    expect(later?.spanContext().spanId).not.toBe(root?.spanContext().spanId);
  });

  it("may have any ID", async () => {
    for (const id of ["abc", "00000000-0000-0000-0000-000000000000", "x".repeat(64)]) {
      const [span] = await spansOf(() => request(id));
      expect(span?.spanContext().traceId).toMatch(/^(?!0+$)[0-9a-f]{32}$/);
      expect(span?.spanContext().traceId).toBe(traceIdOf(id));
    }
  });

  it("is traced whole or not at all, for the share that was asked for", async () => {
    const ids = Array.from({ length: 400 }, () => crypto.randomUUID());
    const spans = await spansOf(async () => {
      for (const id of ids) {
        await request(id);
        await traced(
          id,
          () => ({ name: "transaction" }),
          async () => 1,
        );
      }
    }, 0.5);
    const ofTrace = spans.map((span) => span.spanContext().traceId);
    const traces = new Set(ofTrace);
    expect(ofTrace).toHaveLength(2 * traces.size);
    expect(traces.size).toBeGreaterThan(140);
    expect(traces.size).toBeLessThan(260);
  });

  it("says of an error what kind it is, and nothing that it quotes", async () => {
    const fail = async () => Promise.reject(new RangeError("Jane Roe has a cough"));
    const spans = await spansOf(() => traced(REQUEST, () => ({ name: "transaction" }), fail).catch(() => undefined));
    expect(spans.map(({ attributes, status }) => [attributes, status])).toEqual([
      [{ "error.type": "RangeError" }, { code: 2 }],
    ]);
    expect(spans[0]?.events).toEqual([]);
  });
});

it("traces nothing, and describes nothing, unless it is told where to", async () => {
  const fail = () => {
    throw new Error("described");
  };
  await expect(traced(REQUEST, fail, async () => 7)).resolves.toBe(7);
  expect(() => noteSpans(fail)).not.toThrow();
});
