import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isDiskFull, StartError } from "../process/start-error";
import { type RunAs, serverEnvironment } from "./binaries";
import { commandOf, isAlive } from "./processes";

const RECOVERY_MS = 120_000;
const STOP_MS = 20_000;

/** Empty while there is none; a server that is ending removes it at any moment. */
function pidLines(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return [];
  }
}

/**
 * Cleans up after a crash. A server that outlived its launcher is stopped cleanly; a pid that now belongs to another
 * program is forgotten; a dead one is left to PostgreSQL, which also checks its shared memory.
 */
export async function clearLeftovers(cluster: string): Promise<void> {
  const pid = Number(pidLines(cluster)[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  if (commandOf(pid).includes(cluster)) await stopServer(pid);
  else rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** Stops a PostgreSQL server: its sessions end, everything is written; after 20 s without the final checkpoint. */
export async function stopServer(pid: number): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < STOP_MS && isAlive(pid); waited += 20) await sleep(20);
  }
}

export type ServerOptions = {
  postgres: string;
  cluster: string;
  port: number;
  settings: Record<string, string>;
  logFile: string;
  runAs: RunAs;
  /** How long it may take to be ready, if not as long as after a crash. */
  readyMs?: number;
};

const MAX_LOG_BYTES = 5 * 1024 ** 2;
const MAX_OLD_LOGS = 3;

/** After a crash the log before the last start matters: the log is appended to, and a long one is rotated. */
function rotateLog(logFile: string): void {
  if (sizeOf(logFile) < MAX_LOG_BYTES) return;
  for (let age = MAX_OLD_LOGS - 1; age >= 1; age -= 1) {
    if (existsSync(`${logFile}.${age}`)) renameSync(`${logFile}.${age}`, `${logFile}.${age + 1}`);
  }
  renameSync(logFile, `${logFile}.1`);
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Starts PostgreSQL and waits until it accepts connections; crash recovery may take a while. */
export async function startServer(options: ServerOptions): Promise<ChildProcess> {
  const { postgres, cluster, port, settings, logFile, runAs, readyMs = RECOVERY_MS } = options;
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  rotateLog(logFile);
  const before = sizeOf(logFile);
  const log = openSync(logFile, "a", 0o600);
  // In its own process group: Ctrl-C in the terminal must reach only the launcher, which stops the database last.
  const child = spawn(postgres, ["-D", cluster, "-p", String(port), ...flags], {
    ...runAs,
    detached: true,
    stdio: ["ignore", log, log],
    env: serverEnvironment(),
  });
  closeSync(log);
  child.on("error", () => {}); // reported through `pid` being undefined
  for (let waited = 0; waited < readyMs; waited += 20) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      throw new StartError(whyNot(readFileSync(logFile).subarray(before).toString(), logFile));
    }
    const lines = pidLines(cluster);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return child;
    await sleep(20);
  }
  await stopServer(child.pid ?? 0);
  throw new StartError(`The embedded PostgreSQL was not ready after ${readyMs / 1000} s; see ${logFile}.`);
}

function whyNot(log: string, logFile: string): string {
  if (isDiskFull(log)) return "The disk is full: the embedded PostgreSQL cannot start until there is space.";
  if (/Address already in use/i.test(log)) return PORT_TAKEN;
  const reason = /(?:FATAL|PANIC):\s+(.*)/.exec(log)?.[1];
  return `The embedded PostgreSQL doesn't start${reason ? `: ${reason}` : ""}; see ${logFile}.`;
}

export const PORT_TAKEN =
  "The port chosen for the embedded PostgreSQL is taken: free it, or set another POSTGRES_PORT.";
