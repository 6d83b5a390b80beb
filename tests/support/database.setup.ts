import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { cloneDatabase } from "./database";

// A separate database and file store for each test file, named before any module of the app is loaded.
const database = await cloneDatabase(inject("postgres"));
process.env.DATABASE_URL = database.appUrl;
process.env.MIGRATION_DATABASE_URL = database.ownerUrl;
const files = (process.env.FILES_DIR = mkdtempSync(join(tmpdir(), "caresync-files-")));
const archive = (process.env.ARCHIVE_DIR = mkdtempSync(join(tmpdir(), "caresync-archive-")));

afterAll(async () => {
  const { closeDb } = await import("@/lib/platform/db/db");
  await closeDb();
  await database.drop();
  for (const folder of [files, archive]) rmSync(folder, { recursive: true, force: true });
});
