import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { commandOf } from "@/scripts/embedded/processes";
import { runningStack } from "./run-state";

export type PartName = "worker" | "channels server" | "web server" | "database";

const COMMANDS: Record<PartName, RegExp> = {
  worker: /scripts\/worker\.ts/,
  "channels server": /scripts\/channels\.ts/,
  "web server": /scripts\/(web|serve)\.mjs/,
  database: /postgres/,
};

/** Whether the stack is ours to break: it was started by this run, on a system that shows its processes. */
export const canBreakStack = () => process.platform === "linux" && Boolean(runningStack().dataDir);

const dataFile = (name: string) => join(runningStack().dataDir ?? "", name);

function parentOf(pid: string): string | undefined {
  try {
    // "pid (name) state ppid …"; the name may hold anything.
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1];
  } catch {
    return undefined;
  }
}

const launcherPid = () => readFileSync(dataFile("launcher.pid"), "utf8").trim();

/** Stops or continues what starts dead parts again. */
export function signalLauncher(signal: "SIGSTOP" | "SIGCONT"): void {
  process.kill(Number(launcherPid()), signal);
}

/** Sends a signal to one part of the stack, as a crash or a stalled machine would. */
export function signalPart(name: PartName, signal: NodeJS.Signals): void {
  const launcher = launcherPid();
  const children = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry) && parentOf(entry) === launcher);
  const pid = Number(children.find((child) => COMMANDS[name].test(commandOf(Number(child)))));
  if (!pid) throw new Error(`The ${name} is not running.`);
  process.kill(pid, signal);
}

/** Runs SQL as the database's owner: what only a fault or an operator could do. */
export async function asOwner(sql: string): Promise<void> {
  const { postgresOwner } = JSON.parse(readFileSync(dataFile("secrets.json"), "utf8")) as { postgresOwner: string };
  // Its fourth line is the port of the running cluster.
  const port = Number(readFileSync(dataFile("postgres/postmaster.pid"), "utf8").split("\n")[3]);
  const client = new pg.Client({ host: "127.0.0.1", port, database: "caresync", user: "caresync_owner", password: postgresOwner });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
