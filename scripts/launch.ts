// What `npm start` and `npm run dev` do, from top to bottom. Started by start.mjs.
import { startEmbeddedPostgres, type EmbeddedPostgres } from "./embedded/postgres";
import { portFault } from "./embedded/ports";
import { requireAppLogin } from "./launcher/app-login";
import { ensureBuild, ensureClient } from "./launcher/build";
import { startChild } from "./launcher/child";
import { ensureDemo } from "./launcher/demo";
import { acquireLock } from "./launcher/lock";
import { dataDirOf, makePlan, readEnvironment, type Plan } from "./launcher/plan";
import { untilSignal } from "./launcher/signals";
import { Stack } from "./launcher/stack";
import { sentenceOf, StartError } from "./launcher/start-error";
import { waitUntilLive, welcome } from "./launcher/welcome";
import { migrateDatabase } from "./migrate";

const STOP_DEADLINE_MS = 60_000;
const NEXT = "node_modules/next/dist/bin/next";

async function start(stack: Stack, plan: Plan): Promise<void> {
  const { env } = plan;
  await checkPort("PORT", plan.port, plan.host ?? "0.0.0.0");
  if (plan.embedsChannels) await checkPort("CHANNELS_PORT", Number(env.CHANNELS_PORT), env.CHANNELS_HOST ?? "127.0.0.1");
  const database = plan.embedsPostgres ? await addPostgres(stack, plan) : undefined;
  if (database) {
    env.DATABASE_URL = database.appUrl;
    env.MIGRATION_DATABASE_URL = database.ownerUrl;
  }
  await migrateDatabase(env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL ?? "");
  if (!database) await requireAppLogin(env.DATABASE_URL ?? "");
  await ensureClient(stack, env);
  const [hasDemo] = await Promise.all([
    database && plan.seedsDemo ? ensureDemo(stack, database, env) : false,
    plan.dev ? undefined : ensureBuild(stack, env),
  ]);
  const tsx = (script: string) => ({ args: ["--import", "tsx", script], env });
  if (plan.embedsChannels) await stack.add("channels server", async () => startChild(tsx("scripts/channels.ts")));
  if (plan.runsWorker) await stack.add("worker", async () =>
    startChild({ ...tsx("scripts/worker.ts"), stopMs: 20_000 }),
  );
  const address = ["-p", String(plan.port), ...(plan.host ? ["-H", plan.host] : [])];
  const server = plan.dev ? [NEXT, "dev", ...address] : ["scripts/serve.mjs", ...address];
  const args = plan.webProcesses > 1 ? ["scripts/web.mjs", String(plan.webProcesses), ...server] : server;
  // The worker has a process of its own here: it stops, and crashes, without the site. The signals are the
  // application's (instrumentation.ts), not Next's, which would not wait for what is running.
  await stack.add("web server", async () => startChild({ args, env: { ...env, ...(hasDemo ? { CARESYNC_DEMO: "1" } : {}), WORKER: "off", NEXT_MANUAL_SIG_HANDLE: "1" } }));
  await waitUntilLive(plan);
  console.log(welcome(plan, hasDemo));
}

/** Restarted after a crash, the database keeps its port: the others hold its address. */
function addPostgres(stack: Stack, { dataDir, postgresPort }: Plan): Promise<EmbeddedPostgres> {
  let port = postgresPort;
  return stack.add("database", async () => {
    const database = await startEmbeddedPostgres({ dataDir, ...(port ? { port } : {}) });
    port = database.port;
    return database;
  });
}

async function checkPort(name: string, port: number, host: string): Promise<void> {
  const fault = await portFault(port, host);
  if (!fault) return;
  const other = `choose another, as in ${name}=${port + 1} npm start`;
  if (fault === "EADDRINUSE") throw new StartError(`Port ${port} is taken: stop what uses it, or ${other}.`);
  if (fault === "EACCES") throw new StartError(`This user may not use port ${port}: choose one above 1023 with ${name}.`);
  throw new StartError(`CareSync cannot listen on ${host}, port ${port} (${fault}).`);
}

/** Runs until a signal (exit code 0) or until something cannot go on (a sentence, exit code 1). */
export async function launch(dev: boolean): Promise<void> {
  const stack = new Stack();
  const signal = untilSignal();
  let letGo = () => {};
  let code = 0;
  try {
    const given = readEnvironment();
    letGo = acquireLock(dataDirOf(given));
    const running = makePlan(given, dev).then((plan) => start(stack, plan));
    await Promise.race([signal, stack.failed, running.then(() => Promise.race([signal, stack.failed]))]);
    console.log("\nStopping …");
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
    code = 1;
  }
  setTimeout(() => process.exit(code), STOP_DEADLINE_MS).unref();
  await stack.stop().catch((error: unknown) => console.error(sentenceOf(error) ?? error));
  letGo();
  process.exit(code);
}
