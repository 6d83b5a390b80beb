import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Prisma would download its schema engine, even to generate the client. Ours runs the same engine from npm, so that a
// machine without a network can migrate. Windows can't start such a script; there the CLI downloads as usual.
if (process.platform !== "win32") {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ||= fileURLToPath(
    new URL("scripts/prisma-engine/schema-engine.mjs", import.meta.url),
  );
}

// Migrations run as the owner of the tables; the application's own role may not change them.
const url = process.env.MIGRATION_DATABASE_URL || process.env.DATABASE_URL;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations", seed: "tsx prisma/seed/seed.ts" },
  ...(url ? { datasource: { url } } : {}),
});
