import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/scripts/embedded/ports";
import { emptyLedger } from "./ledger";

const START_DEADLINE_MS = 900_000;

/**
 * Starts the product as `npm start` does (production build, embedded database and channels server, demo data), on free
 * ports and with its own data folder. The log stays in test-results/server.log after the run. With E2E_BASE_URL and
 * E2E_LOG_FILE set, the tests run against that stack.
 */
export default async function startStack(): Promise<() => Promise<void>> {
  if (process.env.E2E_BASE_URL) {
    emptyLedger();
    return async () => {};
  }
  const stack = await startProduct("server.log");
  process.env.E2E_BASE_URL = stack.address;
  process.env.E2E_LOG_FILE = stack.logFile;
  process.env.E2E_DATA_DIR = stack.dataDir;
  emptyLedger();
  return stack.stop;
}

type Product = { address: string; logFile: string; dataDir: string; stop: () => Promise<void> };

/** Starts the product once, with its own data, `more` in its environment, and this log in test-results. */
export async function startProduct(log: string, more: Record<string, string> = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), "caresync-e2e-"));
  const logFile = resolve("test-results", log);
  mkdirSync(resolve("test-results"), { recursive: true });
  const launcher = await launch(dataDir, logFile, more);
  const stop = async () => {
    if (launcher.exitCode === null && launcher.signalCode === null) {
      const exited = once(launcher, "exit");
      launcher.kill("SIGTERM");
      await exited;
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { address: await addressOf(launcher, logFile), logFile, dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function launch(dataDir: string, logFile: string, more: Record<string, string>): Promise<ChildProcess> {
  const log = openSync(logFile, "w");
  const endWithParent = new URL("../../../scripts/process/end-with-parent.mjs", import.meta.url).href;
  const own = { DATA_DIR: dataDir, PORT: await somePort(), CHANNELS_PORT: await somePort() };
  // Empty counts as not set: nothing configured on this machine for real use is touched.
  const unset = { DATABASE_URL: "", MIGRATION_DATABASE_URL: "", NEXTAUTH_URL: "", NEXTAUTH_SECRET: "", SMTP_URL: "" };
  const noFiles = { RECORDS_KEYS: "", FILES_DIR: "", FILES_S3_BUCKET: "" };
  const noPusher = { PUSHER_APP_ID: "", PUSHER_KEY: "", PUSHER_SECRET: "", PUSHER_HOST: "", PUSHER_PORT: "" };
  const launcher = spawn(process.execPath, ["--import", endWithParent, "scripts/start.mjs"], {
    // Many tests sign in from one address; the limits have their own tests.
    env: {
      ...process.env,
      ...unset,
      ...noFiles,
      ...noPusher,
      ...own,
      ...more,
      RATE_LIMIT_FACTOR: "1000",
      LAUNCHER_PID: String(process.pid),
    },
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  return launcher;
}

/** Random and far from the usual ports, so that two runs at once do not choose the same. */
async function somePort(): Promise<string> {
  return String(await freePort(20_000 + Math.floor(Math.random() * 10_000)));
}

async function addressOf(launcher: ChildProcess, logFile: string): Promise<string> {
  const deadline = Date.now() + START_DEADLINE_MS;
  while (launcher.exitCode === null && Date.now() < deadline) {
    const address = /CareSync is running: (\S+)/.exec(readFileSync(logFile, "utf8"))?.[1];
    if (address) return address;
    await sleep(200);
  }
  throw new Error(`CareSync did not start:\n${readFileSync(logFile, "utf8").slice(-4000)}`);
}
