import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/embedded/ports";
import { startEmbeddedPostgres } from "@/scripts/embedded/postgres";
import { watchProcessorTime } from "./processor-time";

export type BenchStack = {
  baseUrl: string;
  databaseUrl: string;
  /** Starts measuring processor time; the returned function reports milliseconds for each of so many units of work. */
  watchProcessorTime(): (pieces: number) => string;
};

const SECRETS = {
  NEXTAUTH_SECRET: "bench-bench-bench-bench-bench-bench",
  RECORDS_KEYS: "bench:YmVuY2gtYmVuY2gtYmVuY2gtYmVuY2gtYmVuY2gtMzI=",
  TOKEN_SECRET: "bench-token-bench-token-bench-token",
};

/**
 * The product as in production, on its own PostgreSQL with the settings of `npm start` (every commit reaches the disk),
 * empty. This process gets the same configuration, to create rows and tokens.
 */
export async function withBenchStack(work: (stack: BenchStack) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "caresync-bench-"));
  const postgres = await startEmbeddedPostgres({ dataDir });
  const port = await freePort(23_000 + Math.floor(Math.random() * 5_000));
  const baseUrl = `http://localhost:${port}`;
  const env = {
    DATA_DIR: join(dataDir, "launcher"),
    DATABASE_URL: postgres.appUrl,
    MIGRATION_DATABASE_URL: postgres.ownerUrl,
    NEXTAUTH_URL: baseUrl,
    PORT: String(port),
    HOST: "127.0.0.1",
    CHANNELS_PORT: String(await freePort(port + 1)),
    RATE_LIMIT_FACTOR: "100000",
    LOG_LEVEL: "warn",
    ...SECRETS,
  };
  // What this process needs of it; the launcher chooses the channels server's address.
  Object.assign(process.env, env, { PUSHER_APP_ID: "none", PUSHER_KEY: "none", PUSHER_SECRET: "none" });
  const { PUSHER_APP_ID: _a, PUSHER_KEY: _k, PUSHER_SECRET: _s, ...inherited } = process.env;
  const launcher = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...inherited, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await waitUntilRunning(launcher);
    const roots = { launcher: launcher.pid ?? 0, postgres: postgres.pid };
    await work({ baseUrl, databaseUrl: postgres.appUrl, watchProcessorTime: () => watchProcessorTime(roots) });
  } finally {
    const { closeDb } = await import("@/lib/platform/db/db");
    await closeDb();
    if (launcher.exitCode === null) {
      const exited = once(launcher, "exit");
      launcher.kill("SIGTERM");
      await exited;
    }
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function waitUntilRunning(launcher: ChildProcess): Promise<void> {
  let printed = "";
  return new Promise((resolve, reject) => {
    launcher.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes("CareSync is running")) resolve();
    });
    launcher.once("exit", () => reject(new Error(`CareSync did not start:\n${printed.slice(-2000)}`)));
  });
}
