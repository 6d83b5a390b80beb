// The few things the engine needs from PostgreSQL outside of a migration.
import pg from "pg";

/**
 * Returns connection settings as separate fields. Never a connection string: it would override the `database` of a
 * shadow connection, and trial migrations would run on the real database.
 */
export function connectionFields(url) {
  if (!url) throw new Error("No datasource URL: set MIGRATION_DATABASE_URL or DATABASE_URL.");
  const { host, port, user, password, database, connectionParameters } = new pg.Client({ connectionString: url });
  return { host, port, user, password, database, ssl: connectionParameters.ssl || undefined };
}

async function withClient(fields, use) {
  const client = new pg.Client({ ...fields, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}

export async function checkConnection(url) {
  await withClient(connectionFields(url), (client) => client.query("SELECT 1"));
}

export async function createDatabase(url) {
  const { database, ...rest } = connectionFields(url);
  await withClient({ ...rest, database: "postgres" }, (client) =>
    client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`),
  );
}
