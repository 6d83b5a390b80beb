// `npm run worker`: the job worker and the event relay alone, for installations that run them apart from the web
// server (which then has WORKER=off).
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { startBackground } from "@/lib/composition/start-background";
import { countWorker } from "@/lib/composition/start-counting";
import { startTracing } from "@/lib/composition/start-tracing";
import { requireAppLogin } from "./launcher/app-login";
import { ROOT } from "./process/child";
import { checkConfiguration } from "./launcher/plan";
import { runMain } from "./process/start-error";

const STOP_DEADLINE_MS = 15_000;

void runMain(async () => {
  // By hand it isn't set; `npm run dev` sets "development".
  if (!process.env.NODE_ENV) Object.assign(process.env, { NODE_ENV: "production" });
  if (existsSync(join(ROOT, ".env"))) process.loadEnvFile(join(ROOT, ".env"));
  const env = { ...process.env };
  checkConfiguration(env);
  await requireAppLogin(env.DATABASE_URL ?? "");
  await countWorker();
  const stopTracing = await startTracing("worker");
  const signal = Promise.race(["SIGINT", "SIGTERM"].map((name) => once(process, name)));
  const background = await startBackground().catch((error: unknown) => {
    console.error(error);
    return process.exit(1); // half of it may be running already
  });
  await signal;
  // A job that does not end in time is cut off here and done again by the next worker.
  setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
  await background.stop();
  await stopTracing();
  process.exit(0);
});
