import type pg from "pg";
import { config } from "@/lib/platform/config/config";
import { ResilientPool, type ResilientPoolOptions } from "./resilient-pool";
import { sessionSettings } from "./session-settings";

/** A page that needs longer has lost its reader; see `allowLongStatements` for what nobody waits for. */
const READ_MS = 5_000;
const LONG_MS = 600_000;
/** What PostgreSQL should have ended by itself, it has this much longer to say so. */
const GRACE_MS = 1_000;
/** A transaction's statements have a limit of their own (transaction.ts); this one is for a PostgreSQL that is frozen. */
const SILENT_MS = 20_000;

let readMs = READ_MS;

/** For processes that work in the background, before their first statement: nobody waits for it, and it may take minutes. */
export function allowLongStatements(): void {
  readMs = LONG_MS;
}

function createPool(): pg.Pool {
  const made = new ResilientPool({
    connectionString: config.database.url,
    max: config.database.poolSize,
    options: sessionSettings({ statement_timeout: readMs }),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: "caresync",
    readMs: readMs + GRACE_MS,
    query_timeout: Math.max(SILENT_MS, readMs + GRACE_MS),
    // Statements sent together travel together: a transaction's opening need not be waited for by itself.
    pipeline: true,
  } satisfies ResilientPoolOptions & { pipeline: true });
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
