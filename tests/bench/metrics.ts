import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { freePort } from "@/scripts/embedded/ports";
import { processorMsOf } from "./processor-time";
import type { BenchStack } from "./stack";
import { say } from "@/scripts/process/say";

const ROUNDS = 8;
const REQUESTS = 1_500;
const WARM_UP = 3_000;
const SCRAPES = 20;
const PATH = "/api/health/live";
const TOKEN = "bench-metrics-bench-metrics-bench-metrics";

type Server = { name: string; url: string; child: ChildProcess; ms: number };

/**
 * What counting costs a request: an empty route of two web servers of the same build, one with METRICS_TOKEN and one without,
 * in turns, in processor time; and what a scrape costs.
 */
export async function benchMetrics({ baseUrl }: BenchStack): Promise<void> {
  const first = Number(new URL(baseUrl).port) + 20;
  const without = await serve("without metrics", first, {});
  const counting = await serve("with metrics", first + 20, { METRICS_TOKEN: TOKEN });
  try {
    for (const server of [without, counting]) await ask(server, WARM_UP);
    for (let round = 0; round < ROUNDS; round++)
      for (const server of round % 2 === 0 ? [without, counting] : [counting, without]) {
        const before = processorMsOf(server.child.pid);
        await ask(server, REQUESTS);
        server.ms += processorMsOf(server.child.pid) - before;
      }
    const each = (server: Server) => server.ms / (ROUNDS * REQUESTS);
    for (const server of [without, counting])
      say(`metrics: ${server.name}, an empty route takes ${each(server).toFixed(3)} processor ms`);
    say(`metrics: counting costs ${((each(counting) - each(without)) * 1000).toFixed(0)} µs a request`);
    await benchScrapes(counting);
  } finally {
    for (const { child } of [without, counting]) child.kill("SIGKILL");
  }
}

const ask = ({ url }: Server, amount: number) => autocannon({ url: `${url}${PATH}`, connections: 8, amount });

async function benchScrapes({ url, child }: Server): Promise<void> {
  const before = processorMsOf(child.pid);
  const times: number[] = [];
  let bytes = 0;
  for (let n = 0; n < SCRAPES; n++) {
    const began = performance.now();
    const answer = await fetch(`${url}/api/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
    bytes = (await answer.text()).length;
    if (!answer.ok) throw new Error(`the scrape was answered ${answer.status}`);
    times.push(performance.now() - began);
  }
  const spent = (processorMsOf(child.pid) - before) / SCRAPES;
  say(
    `metrics: a scrape of ${(bytes / 1024).toFixed(0)} kB takes ${times[0]!.toFixed(0)} ms when the site is measured, ` +
      `${times.sort((a, b) => a - b)[SCRAPES / 2]!.toFixed(1)} ms from memory, ${spent.toFixed(1)} processor ms on average`,
  );
}

async function serve(name: string, from: number, env: Record<string, string>): Promise<Server> {
  const port = await freePort(from);
  const child = spawn(process.execPath, ["scripts/serve.mjs", "-p", String(port), "-H", "127.0.0.1"], {
    env: { ...process.env, METRICS_TOKEN: "", WORKER: "off", ...env },
    stdio: "inherit",
  });
  const server = { name, url: `http://127.0.0.1:${port}`, child, ms: 0 };
  for (let tries = 0; tries < 150; tries++) {
    if ((await fetch(`${server.url}${PATH}`).catch(() => null))?.ok) return server;
    await sleep(200);
  }
  child.kill("SIGKILL");
  throw new Error("The web server did not start.");
}
