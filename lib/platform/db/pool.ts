import type pg from "pg";
import { config } from "@/lib/platform/config/config";
import { ResilientPool, type ResilientPoolOptions } from "./resilient-pool";
import { sessionSettings } from "./session-settings";
import { nameStatements } from "./statement-names";

/** A reader has given up on a page that takes longer. See `allowLongStatements` for background work. */
const READ_MS = 5_000;
const LONG_MS = 600_000;
/** How much longer we wait for PostgreSQL to report a statement it should have ended. */
const GRACE_MS = 1_000;
/** A transaction's statements have a limit of their own (transaction.ts); this one is for a frozen PostgreSQL. */
const SILENT_MS = 20_000;

let readMs = READ_MS;

/**
 * Lifts the read limit for background processes, before their first statement: no user waits for them, and they may
 * take minutes.
 */
export function allowLongStatements(): void {
  readMs = LONG_MS;
}

function createPool(): pg.Pool {
  nameStatements(!config.database.isPooled);
  const made = new ResilientPool({
    connectionString: config.database.url,
    max: config.database.poolSize,
    // A pooler's sessions have the settings of its own (docs/operations.md).
    options: config.database.isPooled ? undefined : sessionSettings({ statement_timeout: readMs }),
    connectionTimeoutMillis: config.database.waitMs,
    idleTimeoutMillis: 60_000,
    application_name: "caresync",
    readMs: readMs + GRACE_MS,
    query_timeout: Math.max(SILENT_MS, readMs + GRACE_MS),
    // Pipelines statements, so that a transaction's opening needs no round trip of its own.
    pipeline: true,
  } satisfies ResilientPoolOptions & { pipeline: true });
  // A broken connection is reported by the statement that failed on it; an idle one is replaced.
  made.on("error", () => undefined);
  made.on("connect", (client) => client.on("error", () => undefined));
  return made;
}

// Next reloads modules in development, and a build may contain this file more than once; this keeps one pool per
// process.
const KEY = Symbol.for("caresync.pool");
const holder = globalThis as typeof globalThis & { [KEY]?: pg.Pool };

/** Returns the process's connections, shared by Prisma and by raw statements. Created on first use. */
export function pool(): pg.Pool {
  return (holder[KEY] ??= createPool());
}

/** Closes the connections; the next use opens new ones. */
export async function closePool(): Promise<void> {
  const closing = holder[KEY];
  holder[KEY] = undefined;
  await closing?.end();
}
