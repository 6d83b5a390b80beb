// What `npm start` and `npm run dev` do, from start to end. Started by start.mjs.
import { requireAppLogin } from "./launcher/app-login";
import { ensureBuild, ensureClient } from "./launcher/build";
import { ensureDemo } from "./launcher/demo";
import { backUpBeforeUpgrade } from "./launcher/upgrade";
import { acquireLock } from "./launcher/lock";
import { addBackups, addChannels, addPostgres, addWeb, addWorker, checkPort } from "./launcher/parts";
import { dataDirOf, makePlan, readEnvironment, type Plan } from "./launcher/plan";
import { waitForSignal } from "./launcher/signals";
import { Stack } from "./launcher/stack";
import { sentenceOf } from "./process/start-error";
import { waitUntilLive, welcome } from "./launcher/welcome";
import { migrateDatabase } from "./migrate";
import { say } from "./process/say";

const STOP_DEADLINE_MS = 60_000;

async function start(stack: Stack, plan: Plan, given: NodeJS.ProcessEnv): Promise<void> {
  const { env } = plan;
  await checkPort("PORT", plan.port, plan.host ?? "0.0.0.0");
  if (plan.embedsChannels && plan.channelsPort)
    await checkPort("CHANNELS_PORT", plan.channelsPort, env.CHANNELS_HOST ?? "127.0.0.1");
  const database = plan.embedsPostgres ? await addPostgres(stack, plan) : undefined;
  if (database && plan.keepsBackups) await backUpBeforeUpgrade(database.ownerUrl, given);
  await migrateDatabase(env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL ?? "");
  if (!database) await requireAppLogin(env.DATABASE_URL ?? "");
  await ensureClient(stack, env);
  const [hasDemo] = await Promise.all([
    database && plan.seedsDemo ? ensureDemo(stack, database, env) : false,
    plan.dev ? undefined : ensureBuild(stack, env),
  ]);
  if (plan.embedsChannels) await addChannels(stack, plan, given);
  if (plan.runsWorker) await addWorker(stack, plan);
  await addWeb(stack, plan, hasDemo);
  await waitUntilLive(plan);
  if (plan.keepsBackups) await addBackups(stack, plan, given);
  say(welcome(plan, hasDemo));
}

/** Runs until a signal (exit code 0) or until something can't continue (a sentence, exit code 1). */
export async function launch(dev: boolean): Promise<void> {
  const stack = new Stack();
  const signal = waitForSignal();
  let release = () => {};
  let code = 0;
  try {
    const given = readEnvironment();
    release = acquireLock(dataDirOf(given));
    const running = start(stack, makePlan(given, dev), given);
    await Promise.race([signal, stack.failed, running.then(() => Promise.race([signal, stack.failed]))]);
    say("\nStopping …");
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
    code = 1;
  }
  setTimeout(() => process.exit(code), STOP_DEADLINE_MS).unref();
  await stack.stop().catch((error: unknown) => console.error(sentenceOf(error) ?? error));
  release();
  process.exit(code);
}
