import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { isDiskFull, StartError } from "../process/start-error";
import { type RunAs, serverEnvironment } from "./binaries";

export const ADMIN = "caresync_admin";

/** Where the cluster is, in the folder of the embedded stack. */
export const clusterDirOf = (dataDir: string): string => join(dataDir, "postgres");

/** A restored cluster that only has to take its place. */
export const readyDirOf = (dataDir: string): string => `${clusterDirOf(dataDir)}.ready`;

/** Where PostgreSQL puts finished segments of its log, until the backups have them. */
export const archiveDirOf = (dataDir: string): string => join(dataDir, "wal-archive");

/** Makes a folder that only the server's user can open. */
export function makeServerFolder(folder: string, runAs: RunAs): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(folder, runAs.uid, runAs.gid);
  return folder;
}

/** Returns the identifier that PostgreSQL gave this cluster when it was made; undefined where there is none. */
export function systemOf(cluster: string): string | undefined {
  const file = join(cluster, "global", "pg_control");
  return existsSync(file) ? readFileSync(file).readBigUInt64LE(0).toString() : undefined;
}

/**
 * Returns the folder of the database cluster, created on first use. Locale: PostgreSQL's built-in C.UTF-8, which sorts
 * and folds case the same way on every machine, whatever its C library.
 */
export function ensureCluster(dataDir: string, initdb: string, password: string, runAs: RunAs): string {
  const cluster = clusterDirOf(dataDir);
  if (!existsSync(cluster) && existsSync(readyDirOf(dataDir))) renameSync(readyDirOf(dataDir), cluster);
  if (existsSync(join(cluster, "PG_VERSION"))) return cluster;
  // Created beside and renamed, so that an interrupted initdb is never mistaken for a database.
  const draft = `${cluster}.new`;
  const passwordFile = join(dataDir, "initdb-password");
  rmSync(draft, { recursive: true, force: true });
  try {
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (runAs.uid !== undefined && runAs.gid !== undefined) {
      allowTraversal(dataDir);
      chownSync(draft, runAs.uid, runAs.gid);
      chownSync(passwordFile, runAs.uid, runAs.gid);
    }
    runInitdb(initdb, draft, passwordFile, runAs);
    renameSync(draft, cluster);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (isDiskFull(cause)) {
      throw new StartError("The disk is full: there is no room to make the embedded database.", { cause });
    }
    throw cause;
  } finally {
    rmSync(passwordFile, { force: true });
  }
  return cluster;
}

function runInitdb(initdb: string, pgdata: string, passwordFile: string, runAs: RunAs): void {
  // Segments of the log are archived every minute, full or not: small ones leave little to copy.
  const flags = [
    "--wal-segsize=4",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
  ];
  const auth = [`--username=${ADMIN}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const options = { ...runAs, encoding: "utf8", env: serverEnvironment() } as const;
  const { status, stderr, error } = spawnSync(initdb, [`--pgdata=${pgdata}`, ...flags, ...auth], options);
  if (error?.message.includes("EACCES")) throw new StartError(unreachable(initdb));
  if (error) throw error;
  if (status === 0) return;
  if (isDiskFull(stderr)) throw new Error(stderr);
  if (/Permission denied/i.test(stderr)) throw new StartError(unreachable(pgdata));
  const reason = /(?:FATAL|PANIC|error):\s+(.*)/.exec(stderr)?.[1] ?? "initdb failed";
  throw new StartError(`The embedded database can't be created in ${pgdata}: ${reason}.`);
}

const unreachable = (path: string) =>
  `PostgreSQL runs as user \`postgres\`, not as root, and that user cannot reach ${path}: ` +
  "move CareSync to a folder open to other users, or start it as an ordinary user.";

/** Lets the server's user pass through our own folder; the secrets in it stay readable by their owner only. */
export function allowTraversal(dataDir: string): void {
  for (const folder of [dataDir, dirname(dataDir)]) {
    const { mode, uid } = statSync(folder);
    if (folder === dataDir && uid === 0 && (mode & 0o011) !== 0o011) chmodSync(folder, (mode & 0o777) | 0o011);
  }
}
