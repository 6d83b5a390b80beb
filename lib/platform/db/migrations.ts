import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { db } from "./db";

/** How the database and this release fit together. All of the lists are empty where they do. */
export type Migrations = {
  applied: number;
  /** What this release needs, and the database does not have yet. */
  missing: string[];
  /** What was begun, and failed. */
  unfinished: string[];
  /** What the database has, and this release does not know: a newer one has been at work. */
  unknown: string[];
};

type Row = { name: string; isFinished: boolean };

let shipped: Promise<string[]> | undefined;

/** The migrations this release was built with; none when they were not shipped with it. */
async function readShipped(): Promise<string[]> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations");
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Which migrations the database has, against those of this release. */
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

/** Whether this release can serve. A database that has more than it knows still does, for as long as an upgrade takes. */
export const isMigrated = ({ missing, unfinished }: Migrations): boolean =>
  missing.length === 0 && unfinished.length === 0;
