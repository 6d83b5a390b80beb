import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "@/scripts/embedded/postgres";
import { migrateDatabase } from "@/scripts/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** Addresses of the migrated template: as superuser, as its owner, as the application. */
    postgres: { adminUrl: string; ownerUrl: string; appUrl: string };
  }
}

/** One PostgreSQL for the whole run, with one migrated template; removed afterwards. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "caresync-test-postgres-"));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    // The data is temporary: durability would only cost time.
    settings: {
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      max_wal_senders: "0",
      wal_level: "minimal",
    },
  });
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  const stop = async () => {
    process.off("SIGTERM", abandon).off("exit", remove);
    await postgres.stop();
    remove();
  };
  // When killed, vitest exits without its teardown; the server would keep running.
  const abandon = () => void postgres.stop();
  process.once("SIGTERM", abandon).once("exit", remove);
  try {
    await migrateDatabase(postgres.ownerUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  const { adminUrl, ownerUrl, appUrl } = postgres;
  provide("postgres", { adminUrl, ownerUrl, appUrl });
  return stop;
}
