import cluster, { type Worker } from "node:cluster";
import type { ChildProcess } from "node:child_process";
import { type Part, ROOT } from "../process/child";
import { monitorEventLoop } from "../process/watch";
import { passMetrics } from "./pass-metrics";

const MAX_DEATHS = 5;
const DEATHS_WINDOW_MS = 60_000;
const START_MS = 60_000;

export type WebOptions = {
  count: number;
  /** The server's script, from the project's root, and its arguments. */
  exec: string;
  args: string[];
  /** Called at each start, so that later processes get the current settings. */
  env(): NodeJS.ProcessEnv;
  heapMegabytes: number;
  /** How long they may take to exit after SIGTERM. */
  stopMs?: number;
};

export type WebProcesses = Part & {
  /** Replaces them one by one, as for a new environment; the site keeps answering. */
  renew(): Promise<void>;
};

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

/**
 * Runs several web servers on one port. This process accepts the connections and distributes them in turn; it answers
 * nothing itself. A server that dies is restarted while the others continue, one that hangs is killed, so that its
 * clients can ask another. `exited` resolves when they can't be kept alive. When this process is killed, all of them
 * end. Once per process, because Node has one cluster.
 */
export function startWebProcesses(options: WebOptions): WebProcesses {
  const preload = new URL("./obey-primary.mjs", import.meta.url).href;
  // Not this process's own preloads: those serve scripts in TypeScript.
  const execArgv = [`--max-old-space-size=${options.heapMegabytes}`, "--import", preload];
  cluster.setupPrimary({ exec: options.exec, args: options.args, execArgv, cwd: ROOT });
  passMetrics();
  const deaths: number[] = [];
  const leaving = new Set<Worker>();
  let stopping: Promise<void> | undefined;
  let renewing = Promise.resolve();
  let giveUp = () => {};
  const exited = new Promise<void>((resolve) => (giveUp = resolve));

  const startOne = (): Worker => {
    const worker = cluster.fork(options.env());
    forgetNoConnection(worker.process);
    monitorEventLoop(worker.process, "A web process", new Promise((resolve) => worker.once("listening", resolve)));
    worker.once("exit", (code) => void replace(worker, code));
    return worker;
  };
  const replace = async (worker: Worker, code: number) => {
    if (stopping || leaving.delete(worker)) return;
    const now = Date.now();
    deaths.splice(0, deaths.length, ...deaths.filter((at) => now - at < DEATHS_WINDOW_MS), now);
    // Single ones are restarted; what takes all of them down repeatedly is for the caller to judge.
    if (deaths.length > MAX_DEATHS * options.count) {
      console.error(`The web processes ended ${deaths.length} times within a minute.`);
      await stop();
      return;
    }
    console.error(`A web process ended unexpectedly (${worker.process.signalCode ?? code}); starting it again.`);
    if (deaths.length > 1)
      await new Promise((resolve) => setTimeout(resolve, Math.min(100 * 2 ** (deaths.length - 2), 5_000)));
    if (!stopping) startOne();
  };
  const stop = () => (stopping ??= endAll(options.stopMs ?? 10_000).then(giveUp));
  const renewAll = async () => {
    for (const old of everyone()) {
      if (stopping || old.isDead()) continue;
      leaving.add(old); // from now on nothing else replaces it, should it die first
      const young = startOne();
      await Promise.race([new Promise((resolve) => young.once("listening", resolve)), sleep(START_MS)]);
      if (stopping || old.isDead()) continue;
      const ended = new Promise((resolve) => old.once("exit", resolve));
      old.process.kill("SIGTERM");
      await Promise.race([ended, sleep(START_MS)]);
    }
  };
  const renew = () => (renewing = renewing.then(renewAll));
  for (let i = 0; i < options.count; i++) startOne();
  return { exited, stop, renew };
}

const everyone = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);

async function endAll(stopMs: number): Promise<void> {
  const running = everyone();
  const ended = running.map((worker) => new Promise((resolve) => worker.once("exit", resolve)));
  for (const worker of running) worker.process.kill("SIGTERM");
  const late = await Promise.race([Promise.all(ended), sleep(stopMs).then(() => "late" as const)]);
  if (late !== "late") return;
  for (const worker of running) if (!worker.isDead()) worker.process.kill("SIGKILL");
  await Promise.all(ended);
}

/**
 * A connection handed to a server that has not accepted it yet is lost when it dies: its client would wait for ever.
 * Closed, clients notice at once, and browsers and proxies retry.
 */
function forgetNoConnection(server: ChildProcess): void {
  type Internal = { seq?: number; ack?: number };
  const untaken = new Map<number | undefined, { close(): void }>();
  const send = server.send.bind(server) as (...sent: unknown[]) => boolean;
  // How Node's cluster hands over a connection: a numbered message with the handle, answered by one with that number.
  server.send = (message: Internal, handle?: unknown, ...rest: unknown[]) => {
    if (typeof handle === "object" && handle) untaken.set(message.seq, handle as { close(): void });
    return send(message, handle, ...rest);
  };
  server.on("internalMessage", ({ ack }: Internal) => untaken.delete(ack));
  server.once("exit", () => untaken.forEach((handle) => handle.close()));
}
