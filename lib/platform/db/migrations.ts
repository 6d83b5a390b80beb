import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { db } from "./db";

/** How the database and this release match. All of the lists are empty when they do. */
export type Migrations = {
  applied: number;
  /** Needed by this release, and missing in the database. */
  missing: string[];
  /** Started, and failed. */
  unfinished: string[];
  /** In the database, and unknown to this release: a newer one has run. */
  unknown: string[];
};

type Row = { name: string; isFinished: boolean };

let shipped: Promise<string[]> | undefined;

/** Returns the migrations this release was built with; none when they were not shipped with it. */
async function readShipped(): Promise<string[]> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Compares the database's migrations with this release's. */
export async function readMigrations(): Promise<Migrations> {
  const known = await (shipped ??= readShipped());
  const rows = await db.$queryRaw<Row[]>`
    SELECT "migration_name" AS "name", "finished_at" IS NOT NULL AS "isFinished"
    FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`;
  const namesOf = (isFinished: boolean) => rows.filter((row) => row.isFinished === isFinished).map(({ name }) => name);
  const [applied, unfinished] = [namesOf(true), namesOf(false)];
  return {
    applied: applied.length,
    unfinished,
    missing: known.filter((name) => !applied.includes(name) && !unfinished.includes(name)),
    unknown: known.length === 0 ? [] : applied.filter((name) => !known.includes(name)),
  };
}

/**
 * Tells whether this release can serve. A database with additional migrations is fine, for as long as an upgrade takes.
 */
export const isMigrated = ({ missing, unfinished }: Migrations): boolean =>
  missing.length === 0 && unfinished.length === 0;
