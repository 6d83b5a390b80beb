import pg from "pg";

export const DATABASE = "caresync";
export const OWNER = "caresync_owner";
export const WEB = "caresync_web";
const APP_GROUP = "caresync_app";
const BACKUP = "caresync_backup";

/** Needed by the migrations; earthdistance is not a trusted extension, so only a superuser may create it. */
const EXTENSIONS = ["btree_gist", "citext", "cube", "earthdistance", "pg_trgm", "pgcrypto", "unaccent"];

async function withAdmin<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function ensureRole(client: pg.Client, name: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
  await client.query(`${rowCount ? "ALTER" : "CREATE"} ROLE ${name} ${attributes}`);
}

async function createExtensions(databaseUrl: string): Promise<void> {
  const sql = EXTENSIONS.map((name) => `CREATE EXTENSION IF NOT EXISTS ${name}`).join("; ");
  await withAdmin(databaseUrl, (client) => client.query(sql));
}

/**
 * Creates the two login roles: the owner, who migrates, and the application's, which owns nothing and gets its rights
 * through the group `caresync_app` (prisma/grants.sql); and the role for backups, which the server's superuser can take
 * on. Safe to repeat; passwords follow the secrets file.
 */
export async function ensureRolesAndDatabase(
  urlOf: (database: string) => string,
  passwords: { owner: string; web: string },
): Promise<void> {
  const isThere = await withAdmin(urlOf("postgres"), async (client) => {
    // CREATEDB: Prisma rehearses migrations in a database of its own, tests clone theirs from a template.
    await ensureRole(client, OWNER, `LOGIN CREATEDB PASSWORD ${client.escapeLiteral(passwords.owner)}`);
    await ensureRole(client, APP_GROUP, "NOLOGIN");
    await ensureRole(client, BACKUP, "NOLOGIN");
    await ensureRole(client, WEB, `LOGIN PASSWORD ${client.escapeLiteral(passwords.web)}`);
    await client.query(`GRANT ${APP_GROUP} TO ${WEB}`);
    // The owner may act as the application (scripts, tests) and grant that to others, but inherits nothing from it.
    await client.query(`GRANT ${APP_GROUP} TO ${OWNER} WITH ADMIN TRUE, INHERIT FALSE, SET TRUE`);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    return Boolean(rowCount);
  });
  if (!isThere) await createDatabase(urlOf);
  // Again, because `prisma migrate reset` drops the extensions with the schema.
  else await createExtensions(urlOf(DATABASE));
}

async function createDatabase(urlOf: (database: string) => string): Promise<void> {
  // In the template, so that every later database has them, also one created by the owner.
  await createExtensions(urlOf("template1"));
  await withAdmin(urlOf("postgres"), async (client) => {
    await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
    await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${DATABASE} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO ${APP_GROUP}`);
  });
}

/** Deletes the database with everything in it, and creates an empty one. */
export async function recreateDatabase(urlOf: (database: string) => string): Promise<void> {
  await withAdmin(urlOf("postgres"), (client) => client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`));
  await createDatabase(urlOf);
}
