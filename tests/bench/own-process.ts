import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbeddedPostgres } from "@/scripts/embedded/postgres";
import { migrateDatabase } from "@/scripts/migrate";

/** Runs a module of this folder in a process of its own, apart from whatever was measured before. Throws when it fails. */
export async function runAlone(moduleUrl: string): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(moduleUrl)], { stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error("The bench did not finish.");
}

type Postgres = Awaited<ReturnType<typeof startEmbeddedPostgres>>;

/** Gives `run` a migrated database that is fast to fill, in a folder that goes with it, and points this process at it. */
export async function withOwnDatabase(
  run: (postgres: Postgres, dataDir: string) => Promise<void>,
  options: { archives?: boolean } = {},
): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "caresync-bench-"));
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "8GB" };
  const postgres = await startEmbeddedPostgres({ dataDir, settings, ...options });
  try {
    await migrateDatabase(postgres.ownerUrl);
    Object.assign(process.env, {
      DATABASE_URL: postgres.appUrl,
      NEXTAUTH_URL: "http://localhost:3000",
      NEXTAUTH_SECRET: "bench-bench-bench-bench-bench-bench",
      RECORDS_KEYS: "bench:YmVuY2gtYmVuY2gtYmVuY2gtYmVuY2gtYmVuY2gtMzI=",
      PUSHER_APP_ID: "none",
      PUSHER_KEY: "none",
      PUSHER_SECRET: "none",
      LOG_LEVEL: "warn",
    });
    await run(postgres, dataDir);
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
