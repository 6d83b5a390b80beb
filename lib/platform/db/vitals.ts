import { Prisma } from "@prisma/client";
import type { Sql } from "./sql";

type Vitals = {
  sizeBytes: number;
  /** Connections to this database, everyone's, and how many the server takes in all. */
  connections: number;
  maxConnections: number;
  /** Zero without any; backups, which take long, don't count. */
  oldestTransactionSeconds: number;
};

/**
 * Returns how the database is. Only a login sees since when its sessions have had a transaction open, those of others with
 * `pg_read_all_stats`; so the transaction goes on as the login itself. Call it last.
 */
export async function readVitals(tx: Sql): Promise<Vitals> {
  const asLogin = tx.$executeRaw(Prisma.sql`SET LOCAL ROLE NONE`);
  const read = tx.$queryRaw<Vitals[]>(Prisma.sql`
    SELECT pg_database_size(current_database())::float8 AS "sizeBytes",
      (count(*) FILTER (WHERE "usename" IS NOT NULL))::int AS "connections",
      current_setting('max_connections')::int AS "maxConnections",
      coalesce(extract(epoch FROM clock_timestamp() - min("xact_start")
        FILTER (WHERE "pid" <> pg_backend_pid() AND "usename" <> 'caresync_backup')), 0)::float8 AS "oldestTransactionSeconds"
    FROM pg_stat_activity WHERE "datname" = current_database()`);
  const [[vitals]] = await Promise.all([read, asLogin]);
  return vitals!;
}
