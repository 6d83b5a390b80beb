import { afterAll, inject } from "vitest";
import { cloneDatabase } from "./database";

// A separate database for each test file, named before any module of the app is loaded.
const database = await cloneDatabase(inject("postgres"));
process.env.DATABASE_URL = database.appUrl;
process.env.MIGRATION_DATABASE_URL = database.ownerUrl;

afterAll(async () => {
  const { closeDb } = await import("@/lib/platform/db/db");
  await closeDb();
  await database.drop();
});
