import type pg from "pg";

/** Tables that one migration turns into tables by month, each with the indexes that its first part needs. */
const TABLES: Record<string, [name: string, definition: string][]> = {
  AuditEntry: [["AuditEntry_first_key", `UNIQUE INDEX ? ON "AuditEntry" ("position", "occurredAt")`]],
  DomainEvent: [
    ["DomainEvent_first_key", `UNIQUE INDEX ? ON "DomainEvent" ("position", "occurredAt")`],
    ["DomainEvent_first_aggregate", `INDEX ? ON "DomainEvent" ("aggregateId", "sequence")`],
  ],
};

/**
 * Does beforehand, while others read and write, what would make them wait in the migration 20261210100000_months: the indexes of
 * a long audit trail, and the proof that none of its times lies after the first part's end. What fails here, the migration does.
 */
export async function prepareMonths(client: pg.Client): Promise<void> {
  for (const [table, indexes] of Object.entries(TABLES)) {
    const { rows } = await client.query<{ kind: string }>(
      `SELECT relkind::text AS kind FROM pg_class WHERE oid = to_regclass($1)`,
      [`public."${table}"`],
    );
    if (rows[0]?.kind !== "r") continue;
    try {
      for (const [name, definition] of indexes) {
        await client.query(`DROP INDEX IF EXISTS "${name}"`);
        await client.query(`CREATE ${definition.replace("?", `CONCURRENTLY "${name}"`)}`);
      }
      await boundTimes(client, table);
    } catch {
      // An index that is left half made, the migration makes again.
    }
  }
}

/** To the end of next month: nothing reaches it before the migration has run. */
async function boundTimes(client: pg.Client, table: string): Promise<void> {
  const { rows } = await client.query<{ until: string }>(
    `SELECT to_char(date_trunc('month', now() AT TIME ZONE 'UTC') + interval '2 months', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS until`,
  );
  const name = `"${table}_first_until"`;
  await client.query(`ALTER TABLE "${table}" DROP CONSTRAINT IF EXISTS ${name}`);
  await client.query(
    `ALTER TABLE "${table}" ADD CONSTRAINT ${name} CHECK ("occurredAt" < '${rows[0]!.until}') NOT VALID`,
  );
  await client.query(`ALTER TABLE "${table}" VALIDATE CONSTRAINT ${name}`);
}
