import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type RunAs, serverUser } from "../embedded/binaries";
import {
  allowTraversal,
  archiveDirOf,
  clusterDirOf,
  makeServerFolder,
  readyDirOf,
  systemOf,
} from "../embedded/cluster";
import { archiveSettings } from "../embedded/postgres";
import { readSecrets } from "../embedded/secrets";
import { clearLeftovers } from "../embedded/server-process";
import { StartError } from "../process/start-error";
import { listManifests, type Manifest } from "./manifest";
import { replay } from "./replay";
import { type RestoredFiles, restoreFiles } from "./restore-files";
import { unpackCopy } from "./restore-copy";
import { layOutLog } from "./restore-wal";
import { readSealed } from "./sealed-file";
import { basePlace, stampOf, type Store } from "./store";
import { sweepLog } from "./sweep";

export type Restored = {
  manifest: Manifest;
  segments: number;
  lastChangeAt: string | undefined;
  files: RestoredFiles;
  /** Where the former database was put, if there was one. */
  aside: string | undefined;
  /** Where the keys were put that had been set in the environment, if there were any. */
  environment: string | undefined;
};

/** Returns the newest backup that ended before this moment. Throws StartError. */
export function chooseManifest(manifests: Manifest[], to: Date | undefined): Manifest {
  const [first] = manifests;
  if (!first) throw new StartError("There is no whole backup there.");
  const chosen = manifests.findLast(({ endedAt }) => to === undefined || endedAt <= to);
  if (chosen) return chosen;
  throw new StartError(`The oldest backup is of ${first.endedAt.toISOString()}: choose a later moment.`);
}

/**
 * Restores the stopped installation in `dataDir` as it was at a moment, or as it was last. The former database is put aside,
 * not removed. Nothing is changed when the backups can't be read or don't reach that far.
 */
export async function restoreInPlace(
  store: Store,
  dataDir: string,
  filesDir: string | undefined,
  to: Date | undefined,
): Promise<Restored> {
  const cluster = clusterDirOf(dataDir);
  mkdirSync(dataDir, { recursive: true });
  if (existsSync(cluster)) await clearLeftovers(cluster);
  const archive = archiveDirOf(dataDir);
  const ending = `.before-${stampOf(new Date())}`;
  // A new database, as after a start on a new machine: what it has archived belongs to it.
  const isOther = (systemOf(cluster) ?? store.system) !== store.system;
  if (isOther && existsSync(archive)) renameSync(archive, `${archive}${ending}`);
  await sweepLog(store, archive);
  const draft = `${cluster}.restored`;
  const restored = await restoreInto(store, {
    dataDir,
    draft,
    filesDir,
    to,
    latest: [archive, join(cluster, "pg_wal")],
  });
  const aside = existsSync(cluster) ? `${cluster}${ending}` : undefined;
  const ready = readyDirOf(dataDir);
  rmSync(ready, { recursive: true, force: true });
  // Between the last two steps there is no database: the next start, whatever ended this one, takes what is ready.
  renameSync(draft, ready);
  if (aside) renameSync(cluster, aside);
  renameSync(ready, cluster);
  return { ...restored, aside };
}

/** Restores into a new folder, as a look at the past beside the running installation. */
export async function restoreBeside(
  store: Store,
  folder: string,
  to: Date | undefined,
  { hasFiles = true } = {},
): Promise<Restored> {
  requireEmpty(folder);
  const draft = clusterDirOf(folder);
  const filesDir = hasFiles ? join(folder, "files") : undefined;
  return { ...(await restoreInto(store, { dataDir: folder, draft, filesDir, to, latest: [] })), aside: undefined };
}

/** Makes the folder, unless it is there. What a former try left, PostgreSQL's log, is no obstacle. */
export function requireEmpty(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).every((name) => name === LOG)) return;
  throw new StartError(`${folder} isn't empty: choose a new folder.`);
}

const LOG = "restore.log";

type Target = {
  dataDir: string;
  draft: string;
  filesDir: string | undefined;
  to: Date | undefined;
  /** The former database's own log; none: it goes on elsewhere, and this copy archives nothing. */
  latest: string[];
};

async function restoreInto(store: Store, target: Target): Promise<Omit<Restored, "aside">> {
  const { dataDir, draft, filesDir, to, latest } = target;
  const manifest = chooseManifest(
    (await listManifests(store)).filter(({ kind }) => kind === "cluster"),
    to,
  );
  const runAs = serverUser();
  const log = join(dataDir, "restore-wal");
  for (const left of [draft, log]) rmSync(left, { recursive: true, force: true });
  if (runAs.uid !== undefined) allowTraversal(dataDir);
  try {
    await unpackCopy(store, manifest, draft, runAs);
    makeServerFolder(log, runAs);
    const segments = await layOutLog(store, manifest, log, latest);
    giveAway(log, runAs);
    const kept = await readKept(store, manifest);
    const secrets = { ...readSecrets(dataDir), ...kept.own };
    const { lastChangeAt, files } = await replay({
      cluster: draft,
      log,
      logFile: join(dataDir, LOG),
      runAs,
      to,
      // Restored in place, its line goes on in the same backups, under a name that they don't have yet.
      settings: latest.length > 0 ? archiveSettings(makeServerFolder(archiveDirOf(dataDir), runAs)) : {},
      adminPassword: secrets.postgresAdmin ?? "",
    });
    const restoredFiles = filesDir
      ? await restoreFiles(store, files, filesDir)
      : { restored: 0, present: 0, missing: 0 };
    writeSecrets(secrets, dataDir);
    return {
      manifest,
      segments,
      lastChangeAt,
      files: restoredFiles,
      environment: writeVariables(kept.variables, dataDir),
    };
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(log, { recursive: true, force: true });
  }
}

type Kept = { own: Record<string, string>; variables: [string, string][] };

/** The passwords that belong to the database, and the keys that open what is in it; some may have been set as variables. */
async function readKept(store: Store, { stamp }: Manifest): Promise<Kept> {
  const kept = JSON.parse((await readSealed(basePlace(store, stamp, "secrets"))).toString()) as Record<string, string>;
  const isVariable = (name: string) => name === name.toUpperCase();
  const [variables, own] = [true, false].map((wanted) =>
    Object.entries(kept).filter(([name]) => isVariable(name) === wanted),
  );
  return { own: Object.fromEntries(own ?? []), variables: variables ?? [] };
}

/** Where they are set only the operator knows. */
function writeVariables(variables: [string, string][], dataDir: string): string | undefined {
  if (variables.every(([name, value]) => process.env[name] === value)) return undefined;
  const file = join(dataDir, "restored.env");
  writeFileSync(file, variables.map(([name, value]) => `${name}=${value}\n`).join(""), { mode: 0o600 });
  return file;
}

/** Others that are there stay. */
function writeSecrets(secrets: Record<string, string>, dataDir: string): void {
  const file = join(dataDir, "secrets.json");
  if (JSON.stringify(readSecrets(dataDir)) === JSON.stringify(secrets)) return;
  if (existsSync(file)) renameSync(file, `${file}.before-${stampOf(new Date())}`);
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
}

/** PostgreSQL's user reads the log. */
function giveAway(folder: string, { uid, gid }: RunAs): void {
  if (uid === undefined || gid === undefined) return;
  for (const name of readdirSync(folder)) chownSync(join(folder, name), uid, gid);
}
