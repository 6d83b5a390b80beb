import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { freePort } from "@/scripts/embedded/ports";
import { isAlive } from "@/scripts/embedded/processes";
import { ROOT } from "@/scripts/process/child";
import { webHeapMegabytes } from "@/scripts/web/heap";
import { webProcesses } from "@/scripts/launcher/plan";

/**
 * Answers with its pid, on /slow only when told to stop; on /die not at all; on /choke it dies after not answering
 * pings for a while.
 */
const SERVER = `
  const http = require("node:http");
  const slow = [];
  const server = http.createServer((request, response) => {
    if (request.url === "/die") process.exit(7);
    if (request.url === "/choke") { for (const until = Date.now() + 700; Date.now() < until; ); process.exit(7); }
    if (request.url === "/limit") return void response.end(process.execArgv.join(" "));
    if (request.url === "/slow") return void slow.push(response), process.stdout.write("waiting\\n");
    response.setHeader("Connection", "close").end(String(process.pid));
  }).listen(Number(process.argv[2]), "127.0.0.1");
  process.on("SIGTERM", () => { server.close(); slow.forEach((response) => response.end("done")); setTimeout(() => process.exit(0), 100); });`;

/** What the launcher does with its part of the stack, reported through its channel. */
const PRIMARY = (server: string, port: number) => `
  const { startWebProcesses } = await import("${ROOT}scripts/web/processes.ts");
  const web = startWebProcesses({ count: 2, exec: "${server}", args: ["${port}"], env: () => process.env, heapMegabytes: 256 });
  process.on("message", () => Promise.all([web.renew(), web.renew()]).then(() => process.send("renewed")));`;

let folder = "";
const script = () => join(folder, "server.cjs");
const running: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "caresync-web-"));
  writeFileSync(script(), SERVER);
});
afterEach(() => running.splice(0).forEach((child) => child.kill("SIGKILL")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const somePort = () => freePort(28_000 + Math.floor(Math.random() * 2_000));

async function start(count: number, server = script()) {
  const port = await somePort();
  const child = spawn(process.execPath, ["scripts/web.mjs", String(count), server, String(port)], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  return watch(child, port, count);
}

function watch(child: ChildProcess, port: number, count: number) {
  running.push(child);
  const ask = (path: string) =>
    new Promise<string>((resolve, reject) => {
      const request = http.get({ host: "127.0.0.1", port, path, agent: false }, (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => (body += chunk.toString())).on("end", () => resolve(body));
      });
      request.on("error", reject);
    });
  /** Which processes answer, over so many requests. */
  const pids = async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask("/").catch(() => "")));
    return [...new Set(answers.filter(Boolean))].map(Number);
  };
  return {
    child,
    ask,
    pids,
    everyone: () => expect.poll(async () => (await pids()).length, { timeout: 20_000 }).toBe(count),
  };
}

const fateOf = (answer: Promise<string>) =>
  answer.then(
    () => "answered",
    () => "cut",
  );

it("several web processes share one port, and one that dies is replaced while the others continue", async () => {
  const { ask, pids, everyone } = await start(2);
  await everyone();
  const before = await pids();
  await ask("/die").catch(() => undefined);
  expect((await pids()).some((pid) => before.includes(pid))).toBe(true);
  await everyone();
  expect((await pids()).some((pid) => !before.includes(pid))).toBe(true);
});

it("no client waits for ever on a connection handed to a process that dies before accepting it", async () => {
  const { ask, everyone } = await start(2);
  await everyone();
  const choking = ask("/choke").catch(() => "cut");
  const asked = Array.from({ length: 8 }, () => fateOf(ask("/")));
  const outcomes = await Promise.all([choking, ...asked]);
  expect(outcomes).toContain("answered");
  expect(outcomes.filter((outcome) => outcome === "cut").length).toBeGreaterThan(1);
});

it("a frozen web process is noticed and replaced, and its clients can ask another", async () => {
  const { ask, pids, everyone } = await start(2);
  await everyone();
  const frozen = Number(await ask("/"));
  process.kill(frozen, "SIGSTOP");
  const asked = Array.from({ length: 6 }, () => fateOf(ask("/")));
  expect(await Promise.all(asked)).toContain("answered");
  await expect.poll(() => isAlive(frozen), { timeout: 60_000 }).toBe(false);
  await everyone();
  expect(await pids()).not.toContain(frozen);
});

it("web processes are replaced one by one when their settings change, and no request is refused or cut", async () => {
  const port = await somePort();
  const args = ["--import", "tsx", "--input-type=module", "-e", PRIMARY(script(), port)];
  const primary = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const { ask, pids, everyone } = watch(primary, port, 2);
  await everyone();
  const before = await pids();
  let isOver = false;
  const outcomes: string[] = [];
  const visitor = async () => {
    while (!isOver)
      outcomes.push(
        await ask("/").then(
          () => "answered",
          (error: Error) => error.message,
        ),
      );
  };
  const visits = [visitor(), visitor(), visitor()];
  const renewed = once(primary, "message");
  primary.send("renew");
  await renewed;
  isOver = true;
  await Promise.all(visits);
  expect(outcomes.filter((outcome) => outcome !== "answered")).toEqual([]);
  expect(before.filter(isAlive)).toEqual([]);
  await everyone();
});

it("each web process has a heap limit", async () => {
  const { ask, everyone } = await start(1);
  await everyone();
  expect(await ask("/limit")).toMatch(/--max-old-space-size=\d{3}\b/);
});

it("the heap limit is a process's share of what the other parts leave, within bounds", () => {
  const GB = 1024 ** 3;
  expect(webHeapMegabytes(1, 1 * GB)).toBe(448);
  expect(webHeapMegabytes(2, 2.6 * GB)).toBe(492);
  expect(webHeapMegabytes(2, 8 * GB)).toBe(640);
  expect(webHeapMegabytes(4, 64 * GB)).toBe(640);
});

it("web processes finish their answers when told to stop, and none is left", async () => {
  const { child, ask, pids, everyone } = await start(2);
  await everyone();
  const known = await pids();
  const waiting = once(child.stdout!, "data");
  const answer = ask("/slow");
  await waiting;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  expect(await answer).toBe("done");
  expect((await exited)[0]).toBe(0);
  expect(known.filter(isAlive)).toEqual([]);
});

it("web processes end with the process that holds the port, even when that is killed", async () => {
  const { child, pids, everyone } = await start(2);
  await everyone();
  const known = await pids();
  child.kill("SIGKILL");
  await expect.poll(() => known.filter(isAlive), { timeout: 20_000 }).toEqual([]);
});

it("a web process that can't start is given up with exit code 1, not restarted for ever", async () => {
  writeFileSync(join(folder, "broken.cjs"), "process.exit(3)");
  const { child } = await start(1, join(folder, "broken.cjs"));
  expect((await once(child, "exit"))[0]).toBe(1);
});

it("the number of web processes fits the machine unless configured", () => {
  const GB = 1024 ** 3;
  expect(webProcesses(undefined, { processors: 2, memory: 8 * GB })).toBe(2);
  expect(webProcesses(undefined, { processors: 32, memory: 64 * GB })).toBe(4);
  expect(webProcesses(undefined, { processors: 8, memory: 0.5 * GB })).toBe(1);
  expect(webProcesses("7")).toBe(7);
  for (const wrong of ["0", "-1", "1.5", "many", "65"]) expect(() => webProcesses(wrong)).toThrow("WEB_PROCESSES");
});
