import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { freePort } from "@/scripts/embedded/ports";
import { ROOT } from "@/scripts/process/child";
import { APP, closeAll, rawClient } from "./channels-harness";

const TOKEN = "only-for-tests-only-for-tests-metrics";
const folder = mkdtempSync(join(tmpdir(), "caresync-metrics-"));
const running: ChildProcess[] = [];

afterEach(async () => {
  await closeAll();
  for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const somePort = () => freePort(28_000 + Math.floor(Math.random() * 2_000));

function run(args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: "test", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(child);
  return child;
}

async function scrape(port: number, token: string | null = TOKEN, path = "/metrics") {
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { ...headers, connection: "close" } });
  return { status: answer.status, text: await answer.text() };
}

/** Counts every request, and shows what is counted, as a web process does. */
const SERVER = `
  import { createServer } from "node:http";
  import cluster from "node:cluster";
  import { register } from "${ROOT}node_modules/tsx/dist/esm/api/index.mjs";
  register();
  const { startMetrics } = await import("${ROOT}lib/platform/metrics/instruments.ts");
  const { shareMetrics } = await import("${ROOT}lib/platform/metrics/siblings.ts");
  const { countRequest } = await import("${ROOT}lib/platform/metrics/count-request.ts");
  const { renderMetrics } = await import("${ROOT}lib/platform/metrics/render-metrics.ts");
  startMetrics("web-" + cluster.worker.id);
  shareMetrics();
  createServer(async (request, response) => {
    if (request.url === "/freeze") { for (const until = Date.now() + 4_000; Date.now() < until; ); process.exit(7); }
    if (request.url === "/metrics") return void response.end(await renderMetrics());
    countRequest("/api/things/{id}", "GET", 200, 3);
    response.setHeader("connection", "close").end();
  }).listen(Number(process.argv[2]), "127.0.0.1");`;

const requestsBy = (text: string) =>
  Object.fromEntries(
    Array.from(
      text.matchAll(/^caresync_http_requests_total\{.*process="(web-\d)"\} (\d+)$/gm),
      ([, process = "", count]) => [process, Number(count)],
    ),
  );

it("one scrape shows every web process on the port, each for itself, and goes on without one that is frozen", async () => {
  writeFileSync(join(folder, "server.mjs"), SERVER);
  const port = await somePort();
  run(["scripts/web.mjs", "2", join(folder, "server.mjs"), String(port)], {});
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: "close" } });
  await vi.waitFor(
    async () => {
      // They take turns.
      await ask("/things/1");
      await ask("/things/1");
      expect(Object.keys(requestsBy((await scrape(port)).text)).sort()).toEqual(["web-1", "web-2"]);
    },
    { timeout: 20_000, interval: 100 },
  );
  const { text } = await scrape(port);
  const total = Object.values(requestsBy(text)).reduce((sum, count) => sum + count, 0);
  await Promise.all(Array.from({ length: 6 }, () => ask("/things/1")));
  const after = requestsBy((await scrape(port)).text);
  expect(Object.values(after).reduce((sum, count) => sum + count, 0)).toBe(total + 6);
  expect(text).toMatch(/^process_start_time_seconds\{process="web-1"\} \d/m);
  expect(text.match(/^# TYPE caresync_http_requests_total counter$/gm)).toHaveLength(1);
  expect(text).not.toContain("null");

  void ask("/freeze").catch(() => undefined);
  await vi.waitFor(async () => expect(Object.keys(requestsBy((await scrape(port)).text))).toHaveLength(1), {
    timeout: 10_000,
  });
});

it("the channels server shows its connections and deliveries to those with the token alone", async () => {
  const child = run(["--import", "tsx", "scripts/channels.ts"], {
    PUSHER_APP_ID: APP.id,
    PUSHER_KEY: APP.key,
    PUSHER_SECRET: APP.secret,
    CHANNELS_PORT: "0",
    METRICS_TOKEN: TOKEN,
  });
  const [line] = (await once(createInterface({ input: child.stdout! }), "line")) as [string];
  const { port } = JSON.parse(line) as { port: number };
  expect([(await scrape(port, null)).status, (await scrape(port, "wrong")).status]).toEqual([401, 401]);
  await rawClient(port).socketId();
  const { status, text } = await scrape(port);
  expect(status).toBe(200);
  expect(text).toContain('caresync_channels_connections{process="channels"} 1');
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds{process="channels"}');
});

it("the channels server has no metrics without a token", async () => {
  const child = run(["--import", "tsx", "scripts/channels.ts"], {
    PUSHER_APP_ID: APP.id,
    PUSHER_KEY: APP.key,
    PUSHER_SECRET: APP.secret,
    CHANNELS_PORT: "0",
  });
  const [line] = (await once(createInterface({ input: child.stdout! }), "line")) as [string];
  const { port } = JSON.parse(line) as { port: number };
  expect((await scrape(port, null)).status).toBe(404);
});

it("the worker serves its own numbers on its port, to those with the token alone", async () => {
  const port = await somePort();
  run(["--import", "tsx", "scripts/worker.ts"], {
    ...(Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined)) as object),
    METRICS_TOKEN: TOKEN,
    WORKER_METRICS_PORT: String(port),
  });
  await vi.waitFor(async () => expect((await scrape(port, null)).status).toBe(401), { timeout: 20_000, interval: 200 });
  expect((await scrape(port, TOKEN, "/")).status).toBe(404);
  await vi.waitFor(
    async () => {
      const { text } = await scrape(port);
      expect(text).toMatch(/^caresync_database_pool_connections\{state="most",process="worker"\} \d+$/m);
      expect(text).toMatch(/^caresync_database_pool_wait_seconds_count\{process="worker"\} [1-9]/m);
    },
    { timeout: 10_000, interval: 200 },
  );
});
