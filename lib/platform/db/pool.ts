import pg from "pg";
import { config } from "@/lib/platform/config/config";

/**
 * Every connection works as `caresync_app`, whoever signed in: it owns nothing, may not bypass row-level
 * security and cannot change events or audit. So one DATABASE_URL is enough, and safe, everywhere.
 */
function createPool(): pg.Pool {
  const made = new pg.Pool({
    connectionString: config.database.url,
    max: config.database.poolSize,
    options: "-c role=caresync_app -c timezone=UTC",
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: "caresync",
    // Statements sent together travel together: a transaction's opening need not be waited for by itself.
    pipeline: true,
  } satisfies pg.PoolConfig & { pipeline: true });
  // A connection that breaks is told to whoever uses it, by the statement that failed; an idle one is replaced.
  made.on("error", () => undefined);
  made.on("connect", (client) => client.on("error", () => undefined));
  return made;
}

// Next reloads modules in development, and a build may hold this file more than once; one pool per process all the same.
const KEY = Symbol.for("caresync.pool");
const holder = globalThis as typeof globalThis & { [KEY]?: pg.Pool };

/** The process's connections, shared by Prisma and by the statements that go to PostgreSQL directly. Made on first use. */
export function pool(): pg.Pool {
  return (holder[KEY] ??= createPool());
}

/** Closes them; the next use makes new ones. */
export async function closePool(): Promise<void> {
  const closing = holder[KEY];
  holder[KEY] = undefined;
  await closing?.end();
}
