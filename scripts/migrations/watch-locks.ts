import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

const EVERY_MS = 20;
/** Others can read, but not write, the table. */
const NO_WRITES = ["ShareLock", "ShareRowExclusiveLock", "ExclusiveLock"];
/** Others can do nothing with it. */
const NOTHING = "AccessExclusiveLock";

export type Locked = { table: string; isUnreadable: boolean; seconds: number };

/**
 * Looks all the time which tables other sessions have locked so that people would wait, until the returned function is
 * called: it tells for how long, the longest first. Tables that are made meanwhile don't count: no one uses them yet.
 */
export async function watchLocks(url: string): Promise<() => Promise<Locked[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ newest: number }>(`SELECT max(oid)::bigint::float8 AS newest FROM pg_class`);
  const newest = rows[0]?.newest ?? 0;
  const locked = new Map<string, Locked>();
  let isWatching = true;
  const watching = (async () => {
    for (let before = performance.now(); isWatching; before = await look(client, newest, before, locked)) {
      await sleep(EVERY_MS);
    }
  })();
  return async () => {
    isWatching = false;
    await watching;
    await client.end();
    return [...locked.values()].sort((a, b) => b.seconds - a.seconds);
  };
}

/** What is locked now counts as locked since the last look. */
async function look(client: pg.Client, newest: number, before: number, locked: Map<string, Locked>): Promise<number> {
  const { rows } = await client.query<{ table: string; isUnreadable: boolean }>(
    `SELECT c.relname AS table, bool_or(l.mode = $2) AS "isUnreadable"
     FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
     WHERE l.granted AND l.pid <> pg_backend_pid() AND l.mode = ANY($1) AND c.relkind IN ('r', 'p')
       AND c.oid <= $3::float8::bigint::oid AND c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'pg_toast')
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
     GROUP BY c.oid, c.relname`,
    [[...NO_WRITES, NOTHING], NOTHING, newest],
  );
  const now = performance.now();
  for (const { table, isUnreadable } of rows) {
    const key = `${table} ${isUnreadable}`;
    const seconds = (locked.get(key)?.seconds ?? 0) + (now - before) / 1000;
    locked.set(key, { table, isUnreadable, seconds });
  }
  return now;
}
