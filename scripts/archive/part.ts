import pg from "pg";
import { StartError } from "../process/start-error";
import type { Ages } from "./settings";

/** So many rows are read and written at once, and are one piece of a file. */
export const AT_ONCE = 5_000;
/** Those who read and write the table meanwhile wait no longer. */
const LOCK = "SET LOCAL lock_timeout = '2s'";

export const id = (name: string) => pg.escapeIdentifier(name);

export async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query(`BEGIN; ${LOCK}`);
  try {
    await work();
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** What was done to a month is in the audit trail, with the checksum of its file. */
export async function recordWork(client: pg.Client, action: string, details: Record<string, string | number>) {
  await client.query("SELECT set_config('app.actor', 'system', true)");
  await client.query(
    `INSERT INTO "AuditEntry" ("action", "subject", "via", "details") VALUES ($1, 'month', 'system', $2)`,
    [action, details],
  );
}

/** The parts that ended so many months ago, the oldest first; what was put back waits for a month. */
export async function dueParts(client: pg.Client, ages: Ages): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT "name" FROM "MonthlyPart" JOIN unnest($1::text[], $2::int[]) AS a("table", "months") ON a."table" = "tableName"
     WHERE "archivedAt" IS NULL AND "untilAt" <= now() - make_interval(months => a."months")
       AND coalesce("restoredAt" < now() - interval '30 days', true)
     ORDER BY "tableName", "fromAt"`,
    [Object.keys(ages), Object.values(ages)],
  );
  return rows.map(({ name }) => name);
}

/** Throws StartError when there is no such part in the database. */
export async function tableOf(client: pg.Client, name: string): Promise<string> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT "tableName" AS table FROM "MonthlyPart" WHERE "name" = $1 AND "archivedAt" IS NULL`,
    [name],
  );
  if (!rows[0]) throw new StartError(`There is no part ${name} in the database: npm run archive -- --list names them.`);
  return rows[0].table;
}
