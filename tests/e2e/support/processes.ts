import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { commandOf } from "@/scripts/embedded/processes";
import { readServerLog, runningStack } from "./run-state";

export type PartName = "worker" | "channels server" | "web server" | "database";

const COMMANDS: Record<PartName, RegExp> = {
  worker: /scripts\/worker\.ts/,
  "channels server": /scripts\/channels\.ts/,
  "web server": /scripts\/serve\.mjs/,
  database: /postgres/,
};

/** Whether the stack may be broken: it was started by this run, on a system that shows its processes. */
export const canBreakStack = () => process.platform === "linux" && Boolean(runningStack().dataDir);

/** Why a test is skipped there; `npm test` starts its own stack and skips none. */
export const NOT_OUR_STACK =
  "It kills parts of the stack or rewrites their data: only for a stack that this run has started.";

const dataFile = (name: string) => join(runningStack().dataDir ?? "", name);

function parentOf(pid: string): string | undefined {
  try {
    // "pid (name) state ppid …"; the name may contain anything.
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1];
  } catch {
    return undefined;
  }
}

/** Sends a signal to all processes of one part of the stack, as a crash or a stalled machine would. */
export function signalPart(name: PartName, signal: NodeJS.Signals): void {
  const launcher = readFileSync(dataFile("launcher.pid"), "utf8").trim();
  const children = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry) && parentOf(entry) === launcher);
  const pids = children.map(Number).filter((child) => COMMANDS[name].test(commandOf(child)));
  if (pids.length === 0) throw new Error(`The ${name} is not running.`);
  for (const pid of pids) process.kill(pid, signal);
}

/** Once it is down, keeps the database from starting until the returned function is called. */
export function spoilDatabase(): () => void {
  const file = dataFile("postgres/postgresql.auto.conf");
  const settings = readFileSync(file);
  appendFileSync(file, "\nno_such_setting = 'on'\n");
  return () => writeFileSync(file, settings);
}

/** The port of the channels server, which another program may take while that is down. */
export const channelsPort = () => Number(/"port":(\d+),"msg":"channels server listening"/.exec(readServerLog())?.[1]);

/** Runs SQL as the database's owner: what only a fault or an operator could do. */
export async function asOwner(sql: string): Promise<void> {
  const { postgresOwner } = JSON.parse(readFileSync(dataFile("secrets.json"), "utf8")) as { postgresOwner: string };
  // Its fourth line is the port of the running cluster.
  const port = Number(readFileSync(dataFile("postgres/postmaster.pid"), "utf8").split("\n")[3]);
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    database: "caresync",
    user: "caresync_owner",
    password: postgresOwner,
  });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
