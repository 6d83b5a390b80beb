import type { ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { StartError } from "../process/start-error";
import { findBinaries, serverUser } from "./binaries";
import { ADMIN, archiveDirOf, ensureCluster, makeServerFolder } from "./cluster";
import { DATABASE, ensureRolesAndDatabase, OWNER, WEB } from "./roles";
import { keepSecrets } from "./secrets";
import { clearLeftovers, PORT_TAKEN, startServer, stopServer } from "./server-process";

const FIRST_PORT = 54_329;
const FALLBACK_PORTS = Array.from({ length: 100 }, (_, index) => FIRST_PORT + index);

/** For a small machine that also runs the application. */
export const SETTINGS: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "256MB",
  max_connections: "200",
  effective_cache_size: "1GB",
  random_page_cost: "1.1",
  jit: "off",
  fsync: "on",
  synchronous_commit: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  // Messages about single statements quote values, and values here are health data: the server's log contains only what
  // concerns the server. The application reports its own failed statements, without values.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/**
 * PostgreSQL's own module copies each finished segment, flushes it and gives it its name last; it refuses to replace another
 * one. A segment is finished once a minute, so that is how much a lost disk can cost.
 */
export const archiveSettings = (folder: string): Record<string, string> => ({
  archive_mode: "on",
  archive_library: "basic_archive",
  "basic_archive.archive_directory": folder,
  archive_timeout: "60s",
});

export type EmbeddedPostgresOptions = {
  /** Contains the cluster (`postgres/`), the log and the generated passwords (`secrets.json`). */
  dataDir: string;
  /** Fixed when given; otherwise the first free one from 54329 up. */
  port?: number;
  /** Tried first, where none is fixed, because others may still use this one. */
  formerPort?: number;
  /** Every segment of its log is put into `wal-archive/`, for backups. */
  archives?: boolean;
  /** On top of the defaults, e.g. `{ fsync: "off" }` in tests. */
  settings?: Record<string, string>;
};

export type EmbeddedPostgres = {
  /** Owns the database: for migrations. */
  ownerUrl: string;
  /** Owns nothing: for the application. */
  appUrl: string;
  /** Superuser, on the database `postgres`. */
  adminUrl: string;
  /** Superuser, on any database. */
  adminUrlOf: (database: string) => string;
  port: number;
  pid: number;
  /** Resolves when the server has ended, for any reason. */
  exited: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts real PostgreSQL on 127.0.0.1 with its data in `dataDir`, created on first use and kept. A server left over
 * from a crash is stopped cleanly first. One caller per `dataDir`; throws StartError with a sentence.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const { initdb, postgres } = await findBinaries();
  const runAs = serverUser();
  const secrets = keepSecrets(dataDir, ["postgresAdmin", "postgresOwner", "postgresWeb"]);
  const cluster = ensureCluster(dataDir, initdb, secrets.postgresAdmin, runAs);
  await clearLeftovers(cluster);

  const archiving = options.archives ? archiveSettings(makeServerFolder(archiveDirOf(dataDir), runAs)) : {};
  const settings = { ...SETTINGS, ...archiving, ...options.settings };
  const start = (port: number) =>
    startServer({ postgres, cluster, port, settings, logFile: join(dataDir, "postgres.log"), runAs });
  const { child, port } = await startOnPort(
    start,
    options.port ? [options.port] : [options.formerPort ?? FIRST_PORT, ...FALLBACK_PORTS],
  );
  const exited = new Promise<void>((done) => void child.once("exit", () => done()));
  const pid = child.pid ?? 0;

  const url = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const adminUrlOf = (database: string) => url(ADMIN, secrets.postgresAdmin, database);
  try {
    await ensureRolesAndDatabase(adminUrlOf, { owner: secrets.postgresOwner, web: secrets.postgresWeb });
  } catch (cause) {
    await stopServer(pid);
    throw isWrongPassword(cause) ? new StartError(secretsLost(dataDir), { cause }) : cause;
  }
  return {
    ownerUrl: url(OWNER, secrets.postgresOwner, DATABASE),
    appUrl: url(WEB, secrets.postgresWeb, DATABASE),
    adminUrl: adminUrlOf("postgres"),
    adminUrlOf,
    port,
    pid,
    exited,
    stop: () => stopServer(pid),
  };
}

/** A port is known to be free only once it is bound: uses the first on which the server starts. */
async function startOnPort(
  start: (port: number) => Promise<ChildProcess>,
  ports: number[],
): Promise<{ child: ChildProcess; port: number }> {
  for (const port of ports) {
    try {
      return { child: await start(port), port };
    } catch (error) {
      if (!(error instanceof Error) || error.message !== PORT_TAKEN) throw error;
    }
  }
  throw new StartError(PORT_TAKEN);
}

const isWrongPassword = (error: unknown) => (error as { code?: string }).code === "28P01";
const secretsLost = (dataDir: string) =>
  `The passwords in ${join(dataDir, "secrets.json")} don't match the database beside it: restore that file.`;
