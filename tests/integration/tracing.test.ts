import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { startRelay } from "@/lib/platform/events/relay";
import { addJob } from "@/lib/platform/jobs/add-job";
import { startWorker } from "@/lib/platform/jobs/worker";
import { currentRequest, withRequestContext } from "@/lib/platform/log/request-context";
import { collectorAt, openTracer } from "@/lib/platform/tracing/open-tracer";
import { traceWith } from "@/lib/platform/tracing/trace";
import { at, bookAs, newPair } from "../contract/appointments-booking-harness";

type Sent = { name: string; traceId: string; spanId: string; parentSpanId?: string; attributes: unknown[] };

const received: Sent[] = [];
let text = "";
const collector = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray()).toString();
  text += body;
  type Body = { resourceSpans: { scopeSpans: { spans: Sent[] }[] }[] };
  for (const { scopeSpans } of (JSON.parse(body) as Body).resourceSpans)
    received.push(...scopeSpans.flatMap(({ spans }) => spans));
  response.setHeader("content-type", "application/json").end("{}");
});
const done: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const { port } = collector.address() as AddressInfo;
  const tracer = openTracer({ exporter: collectorAt(`http://127.0.0.1:${port}/`), process: "web", share: 1 });
  traceWith(tracer.keep);
  done.push(() => tracer.close());
});

afterAll(async () => {
  traceWith(undefined);
  for (const end of done.splice(0).reverse()) await end();
  collector.closeAllConnections();
  collector.close();
});

const nothing = async () => undefined;
const requestId = crypto.randomUUID();
const traced = () => received.filter(({ traceId }) => traceId === requestId.replaceAll("-", ""));

it("a booking is one trace from the request to the transaction and to what is delivered, without what was written", async () => {
  const { ann, doctorId } = await newPair();
  const relay = startRelay({ channels: nothing, notifications: nothing, directory: nothing, waitlist: nothing });
  done.push(() => relay.stop());
  const body = { doctorId, start: at(2, "09:00"), reason: "A cough that won't go" };
  const { status } = await bookAs(ann, body, { "X-Request-Id": requestId });
  expect(status).toBe(201);
  await vi.waitFor(() => expect(traced().map(({ name }) => name)).toContain("deliver to notifications"), {
    timeout: 15_000,
  });
  const root = traced().find(({ name }) => name === "POST /api/appointments");
  expect(root?.parentSpanId).toBeFalsy();
  const others = traced().filter((span) => span !== root);
  expect(others.map(({ name }) => name)).toEqual(expect.arrayContaining(["transaction", "deliver to channels"]));
  expect(new Set(others.map(({ parentSpanId }) => parentSpanId))).toEqual(new Set([root?.spanId]));
  for (const secret of ["cough", ann.patient.id, ann.user.name, doctorId]) expect(text).not.toContain(secret);
});

it("a job belongs to the request that queued it, in its trace and in the log", async () => {
  const queued = crypto.randomUUID();
  const seen: unknown[] = [];
  const worker = startWorker({
    tasks: { "try-tracing": async (payload) => void seen.push(payload, currentRequest()?.requestId) },
  });
  done.push(() => worker.stop());
  await withRequestContext({ requestId: queued, route: "/api/things", actorId: null }, () =>
    inTransaction(SYSTEM_ACTOR, (tx) => addJob(tx, "try-tracing", { a: 1 })),
  );
  await vi.waitFor(() => expect(seen).toEqual([{ a: 1, requestId: queued }, queued]), { timeout: 10_000 });
  const inTrace = () =>
    received.filter(({ traceId }) => traceId === queued.replaceAll("-", "")).map(({ name }) => name);
  await vi.waitFor(() => expect(inTrace()).toContain("job try-tracing"), { timeout: 15_000 });
});
