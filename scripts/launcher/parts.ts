// How each part of the stack is started, and what the others must know when it returns at another address.
import { setTimeout as sleep } from "node:timers/promises";
import { portError } from "../embedded/ports";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "../embedded/postgres";
import { keepBackupKey } from "../backup/key";
import { startWebProcesses } from "../web/processes";
import { type Part, startChild } from "../process/child";
import { type Plan, useChannelsPort } from "./plan";
import type { Stack } from "./stack";
import { StartError } from "../process/start-error";

const NEXT = "node_modules/next/dist/bin/next";
const SERVE = "scripts/serve.mjs";
const FIRST_CHANNELS_PORT = 6001;
const CHANNELS_START_MS = 30_000;

const script = (path: string, env: NodeJS.ProcessEnv) => ({ args: ["--import", "tsx", path], env });

/** When restarted it tries its former port first; on another one, its dependents are restarted. */
export function addPostgres(stack: Stack, plan: Plan): Promise<EmbeddedPostgres> {
  const { dataDir, postgresPort, env } = plan;
  let formerPort: number | undefined;
  const start = async () => {
    const database = await startEmbeddedPostgres({
      dataDir,
      archives: plan.keepsBackups,
      ...(postgresPort ? { port: postgresPort } : {}),
      ...(formerPort ? { formerPort } : {}),
    });
    env.DATABASE_URL = database.appUrl;
    env.MIGRATION_DATABASE_URL = database.ownerUrl;
    if (formerPort !== undefined && formerPort !== database.port) restartDependents(stack, "database");
    formerPort = database.port;
    return database;
  };
  return stack.add("database", start, { isKept: true });
}

/** A requested port is waited for; one that was chosen here is replaced by another when it is taken. */
export function addChannels(stack: Stack, plan: Plan, given: NodeJS.ProcessEnv): Promise<Part> {
  let formerPort: number | undefined;
  const start = async () => {
    const wanted = plan.channelsPort ?? formerPort ?? FIRST_CHANNELS_PORT;
    const { part, port } = await startChannels(plan, wanted).catch((error: unknown) => {
      if (plan.channelsPort !== undefined || wanted === FIRST_CHANNELS_PORT) throw error;
      return startChannels(plan, FIRST_CHANNELS_PORT);
    });
    useChannelsPort(plan, given, port);
    if (formerPort !== undefined && formerPort !== port) restartDependents(stack, "channels server");
    formerPort = port;
    return part;
  };
  return stack.add("channels server", start, { isSide: true });
}

async function startChannels(plan: Plan, port: number): Promise<{ part: Part; port: number }> {
  const tries = plan.channelsPort === undefined ? "100" : "1";
  const env = { ...withoutOwner(plan.env), CHANNELS_PORT: String(port), CHANNELS_PORT_TRIES: tries };
  let heard: (port: number) => void = () => {};
  const bound = new Promise<number>((resolve) => (heard = resolve));
  const onMessage = (message: unknown) => heard((message as { channelsPort: number }).channelsPort);
  const part = startChild({ ...script("scripts/channels.ts", env), watchedAs: "The channels server", onMessage });
  const late = sleep(CHANNELS_START_MS, undefined, { ref: false });
  const actual = await Promise.race([bound, part.exited.then(() => undefined), late]);
  if (actual !== undefined) return { part, port: actual };
  await part.stop();
  throw new StartError("The channels server didn't start: see the reason above.");
}

function restartDependents(stack: Stack, name: string): void {
  console.error(`The ${name} has moved to another port; telling the others.`);
  stack.renewAfter(name).catch((error: unknown) => console.error(error));
}

/**
 * Only migrations act as the owner, and only backups have their key. Set empty, because a child would take what is missing
 * from `.env`.
 */
const withoutOwner = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...env,
  MIGRATION_DATABASE_URL: "",
  BACKUP_KEY: "",
  BACKUP_DATABASE_URL: "",
});

/** A process of its own: it stops, and crashes, without the site. */
export function addWorker(stack: Stack, { env }: Plan): Promise<Part> {
  const start = async () =>
    startChild({ ...script("scripts/worker.ts", withoutOwner(env)), watchedAs: "The worker", stopMs: 20_000 });
  return stack.add("worker", start, { isSide: true, follows: true });
}

/** Backs up the embedded database while everything else runs. */
export function addBackups(stack: Stack, plan: Plan, given: NodeJS.ProcessEnv): Promise<Part> {
  const BACKUP_KEY = keepBackupKey(plan.dataDir, given);
  const env = { ...withoutOwner(plan.env), DATA_DIR: plan.dataDir, BACKUP_KEY };
  const start = async () => startChild({ ...script("scripts/keep-backups.ts", env), watchedAs: "The backups" });
  return stack.add("backups", start, { isSide: true });
}

/** The application handles the signals (instrumentation.ts), not Next, which would not wait for running work. */
export function addWeb(stack: Stack, plan: Plan, hasDemo: boolean): Promise<Part> {
  const args = ["-p", String(plan.port), ...(plan.host ? ["-H", plan.host] : [])];
  const demo = hasDemo ? { CARESYNC_DEMO: "1" } : {};
  const env = () => ({ ...withoutOwner(plan.env), ...demo, WORKER: "off", NEXT_MANUAL_SIG_HANDLE: "1" });
  if (plan.dev)
    return stack.add("web server", async () => startChild({ args: [NEXT, "dev", ...args], env: env() }), {
      follows: true,
    });
  const { webProcesses: count, webHeapMegabytes: heapMegabytes } = plan;
  const start = async () => {
    await checkPort("PORT", plan.port, plan.host ?? "0.0.0.0");
    return startWebProcesses({ count, exec: SERVE, args, env, heapMegabytes });
  };
  return stack.add("web server", start, { triesItself: true });
}

/** Throws a sentence when this port can't be listened on; binding it decides, this only explains, and early. */
export async function checkPort(name: string, port: number, host: string): Promise<void> {
  const fault = await portError(port, host);
  if (!fault) return;
  const other = `choose another, as in ${name}=${port + 1} npm start`;
  if (fault === "EADDRINUSE") throw new StartError(`Port ${port} is taken: stop what uses it, or ${other}.`);
  if (fault === "EACCES") throw new StartError(`This user can't use port ${port}: choose one above 1023 with ${name}.`);
  throw new StartError(`CareSync cannot listen on ${host}, port ${port} (${fault}).`);
}
