import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { findBinaries, type RunAs } from "../embedded/binaries";
import { ADMIN } from "../embedded/cluster";
import { freePort } from "../embedded/ports";
import { SETTINGS } from "../embedded/postgres";
import { DATABASE } from "../embedded/roles";
import { startServer, stopServer } from "../embedded/server-process";
import { StartError } from "../process/start-error";

const FIRST_PORT = 54_529;
/** A day's log of a busy site. */
const LONGEST_MS = 24 * 3_600_000;

type Replay = {
  cluster: string;
  /** Where the log lies. */
  log: string;
  /** What PostgreSQL says meanwhile, for itself: it tells how far it came. */
  logFile: string;
  runAs: RunAs;
  /** Up to and with this moment; undefined: all there is. */
  to: Date | undefined;
  /** On top of the defaults. */
  settings: Record<string, string>;
  adminPassword: string;
};

/** What the restored database says of itself. */
export type Replayed = { lastChangeAt: string | undefined; files: string[] };

/**
 * Lets PostgreSQL replay the log on an unpacked copy, and stops it cleanly: from then on it is an ordinary database.
 * Throws StartError when the log ends before the wanted moment.
 */
export async function replay(options: Replay): Promise<Replayed> {
  const { cluster, log, logFile, runAs, to } = options;
  const { postgres } = await findBinaries();
  const copy = process.platform === "win32" ? `copy "${log}\\%f" "%p"` : `cp '${log.replaceAll("'", "'\\''")}/%f' '%p'`;
  const settings = {
    ...SETTINGS,
    ...options.settings,
    // So that it counts as ready only once it has all.
    hot_standby: "off",
    restore_command: copy,
    // Of the copy's own line: what another restore abandoned or began is no part of it.
    recovery_target_timeline: "current",
    recovery_target_action: "promote",
    // With an offset in figures: at this point PostgreSQL knows no zone by its letter.
    ...(to ? { recovery_target_time: to.toISOString().replace("Z", "+00") } : {}),
  };
  writeFileSync(join(cluster, "recovery.signal"), "");
  rmSync(logFile, { force: true });
  const said = () => readFileSync(logFile, "utf8");
  const port = await freePort(FIRST_PORT);
  const start = { postgres, cluster, port, settings, logFile, runAs, readyMs: LONGEST_MS };
  const server = await startServer(start).catch((cause: unknown) => {
    throw isTooShort(said()) ? new StartError(tooShort(said()), { cause }) : cause;
  });
  try {
    const url = `postgresql://${ADMIN}:${encodeURIComponent(options.adminPassword)}@127.0.0.1:${port}/${DATABASE}`;
    return { files: await listFiles(url), lastChangeAt: lastChange(said()) };
  } finally {
    await stopServer(server.pid ?? 0);
  }
}

const isTooShort = (log: string) => /recovery ended before configured recovery target was reached/.test(log);
const lastChange = (log: string) => /last completed transaction was at log time (.+)/.exec(log)?.[1]?.trim();

function tooShort(log: string): string {
  const at = lastChange(log);
  const last = at ? ` The last change in them is of ${at}.` : "";
  return `The backups don't reach that far.${last} Choose an earlier moment, or leave out --to to restore all there is.`;
}

async function listFiles(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows: tables } = await client.query(`SELECT 1 WHERE to_regclass('public."StoredFile"') IS NOT NULL`);
    if (tables.length === 0) return [];
    const { rows } = await client.query<{ id: string }>(`SELECT "id" FROM "StoredFile"`);
    return rows.map(({ id }) => id);
  } finally {
    await client.end().catch(() => {});
  }
}
