import pg from "pg";

const quote = (name: string) => pg.escapeIdentifier(name);

type Table = { name: string; isForced: boolean };

/**
 * Lifts the application's rules for what may change, and row-level security for the owner, from tables in this transaction; without names
 * from all. Returns what puts them back: foreign keys hold all the time. No one else reads or writes these tables meanwhile.
 */
export async function liftGuards(client: pg.ClientBase, names?: readonly string[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<Table>(
    `SELECT relname AS name, relforcerowsecurity AS "isForced" FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND coalesce(relname = ANY($1), true)`,
    [names ?? null],
  );
  for (const { name, isForced } of rows) {
    await client.query(`ALTER TABLE ${quote(name)} DISABLE TRIGGER USER`);
    if (isForced) await client.query(`ALTER TABLE ${quote(name)} NO FORCE ROW LEVEL SECURITY`);
  }
  return async () => {
    // Foreign keys are checked now: a table with checks to come can't be altered.
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    for (const { name, isForced } of rows) {
      await client.query(`ALTER TABLE ${quote(name)} ENABLE TRIGGER USER`);
      if (isForced) await client.query(`ALTER TABLE ${quote(name)} FORCE ROW LEVEL SECURITY`);
    }
  };
}
