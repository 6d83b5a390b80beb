import { randomBytes } from "node:crypto";
import type pg from "pg";
import { StartError } from "../process/start-error";
import { liftGuards } from "../process/table-guards";
import { FUNCTIONS } from "./functions";
import { CHANGED, type ColumnRule, EMPTIED, EMPTIED_LAST } from "./rules";

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

export type Scrubbed = { table: string; rows: number }[];

/**
 * Replaces in a copy of a site's database everything that could say who someone is or how they are; `passwordHash` becomes
 * everyone's. All of it or nothing. Connect as the owner of the database, whose name is repeated in `name`. Throws StartError
 * when that is another one, or when a site runs on it.
 */
export async function scrubDatabase(client: pg.Client, name: string, passwordHash: string): Promise<Scrubbed> {
  await requireCopy(client, name);
  await client.query(FUNCTIONS);
  await client.query("BEGIN");
  try {
    await client.query("SELECT set_config('scrub.salt', $1, true), set_config('scrub.password_hash', $2, true)", [
      randomBytes(16).toString("hex"),
      passwordHash,
    ]);
    const putBack = await liftGuards(client);
    const changes = await changeAll(client);
    await putBack();
    // The triggers write what is searched, from the new names.
    await client.query(`UPDATE "Doctor" SET "name" = "name"`);
    await client.query(`UPDATE "Hospital" SET "name" = "name"`);
    await client.query("COMMIT");
    return changes;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** Old rows stay in PostgreSQL's files until their space is used again; this writes the files again without them. */
export async function rewriteFiles(client: pg.Client): Promise<void> {
  await client.query("VACUUM (FULL, ANALYZE)");
}

async function requireCopy(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ name: string; visitors: number; isOwner: boolean }>(
    `SELECT current_database() AS name,
       (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'caresync%')::int AS visitors,
       pg_has_role((SELECT relowner FROM pg_class WHERE oid = 'public."User"'::regclass), 'USAGE') AS "isOwner"`,
  );
  const [found] = rows;
  if (found?.name !== name) {
    throw new StartError(`This is the database ${found?.name}, and you have named ${name}. Nothing was changed.`);
  }
  if (!found.isOwner) throw new StartError("Only the owner of the database can scrub it: set MIGRATION_DATABASE_URL.");
  if (found.visitors > 0) {
    throw new StartError(`CareSync is running on the database ${name}. Scrub a copy of it that no one uses.`);
  }
}

async function changeAll(client: pg.Client): Promise<Scrubbed> {
  const done: Scrubbed = [];
  const run = async (table: string, statement: string) =>
    done.push({ table, rows: (await client.query(statement)).rowCount ?? 0 });
  for (const table of EMPTIED) await run(table, `DELETE FROM ${quote(table)}`);
  for (const [table, columns] of Object.entries(CHANGED)) {
    const changes = Object.entries(columns).flatMap(([column, rule]) => changeOf(column, rule));
    if (changes.length > 0) await run(table, `UPDATE ${quote(table)} t SET ${changes.join(", ")}`);
  }
  for (const table of EMPTIED_LAST) await run(table, `DELETE FROM ${quote(table)}`);
  await run("graphile_worker", "DELETE FROM graphile_worker._private_jobs");
  return done;
}

/** A plain text stands where an encrypted one was; anything else that is empty stays empty. */
function changeOf(column: string, rule: ColumnRule): string[] {
  if (rule === "keep") return [];
  if (rule === "null") return [`${quote(column)} = NULL`];
  const whether = column === "plainText" ? `num_nonnulls(t."plainText", t."encryptedText") = 0` : isEmpty(column);
  return [`${quote(column)} = CASE WHEN ${whether} THEN t.${quote(column)} ELSE ${rule.sql} END`];
}

const isEmpty = (column: string) => `coalesce(t.${quote(column)}::text, '') = ''`;
