import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { finish, removeUnfinished } from "./base-backup";
import { databaseError, requirePostgresUrl } from "../process/database-error";
import { StartError } from "../process/start-error";
import { dataDirOf, filesDirOf } from "../launcher/plan";
import { givenSecrets } from "./installation";
import { findBackupKey } from "./key";
import { type Manifest, oneChunk } from "./manifest";
import { prune } from "./prune";
import { sealFile } from "./sealed-file";
import { backupDaysOf, backupDirOf } from "./settings";
import { noteBackup } from "./stamps";
import { basePlace, stampOf, type Store } from "./store";
import { sweepFiles } from "./sweep";

/**
 * Backs up a database of your own with its own tool, `pg_dump`, as the role that reads every row; then the files, so that
 * every file the dump knows of is there. For a moment each, not for every second: that is your server's to keep.
 */
export async function backUpDump(given: NodeJS.ProcessEnv): Promise<Manifest> {
  if (!given.BACKUP_DIR) throw new StartError("Set BACKUP_DIR to the folder that backups go to.");
  const url = requirePostgresUrl(given.BACKUP_DATABASE_URL, "BACKUP_DATABASE_URL");
  const dataDir = dataDirOf(given);
  const { system, server, startedAt } = await askServer(url);
  const store: Store = { root: backupDirOf(dataDir, given), system, key: findBackupKey(dataDir, given) };
  await removeUnfinished(store);
  const stamp = stampOf(startedAt);
  const place = (name: string) => basePlace(store, stamp, name, true);
  const { bytes, sealed } = await sealDump(url, place("dump"));
  const files = given.FILES_S3_BUCKET ? [] : await sweepFiles(store, filesDirOf(given));
  const list = await sealFile({ ...place("files"), source: oneChunk(files.join("\n")) });
  const secrets = await sealFile({ ...place("secrets"), source: oneChunk(JSON.stringify(givenSecrets(given))) });
  const manifest: Manifest = {
    version: 1,
    kind: "dump",
    stamp,
    startedAt,
    endedAt: startedAt, // what it contains is as of its beginning
    server,
    wal: null,
    content: { files: 1, bytes },
    storedFiles: files.length,
    parts: [
      { name: "dump", ...sealed },
      { name: "files", ...list },
      { name: "secrets", ...secrets },
    ],
  };
  await finish(store, manifest);
  await prune(store, new Date(), backupDaysOf(given));
  await noteBackup(store.root, manifest.endedAt);
  return manifest;
}

type Server = { system: string; server: string; startedAt: Date };

async function askServer(url: string): Promise<Server> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<Server>(
      `SELECT system_identifier || '-' || regexp_replace(current_database(), '\\W', '_', 'g') AS system,
              current_setting('server_version') AS server, clock_timestamp() AS "startedAt" FROM pg_control_system()`,
    );
    const [row] = rows;
    if (!row) throw new StartError("PostgreSQL didn't answer.");
    return row;
  } catch (error) {
    throw databaseError(error, url);
  } finally {
    await client.end().catch(() => {});
  }
}

async function sealDump(url: string, place: ReturnType<typeof basePlace>) {
  // The address by the environment: arguments can be read by every user of the machine.
  const env = { ...process.env, ...connectionVariables(url) };
  const child = spawn("pg_dump", ["-Fc", "-Z0", "--enable-row-security"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, "close").then(
    ([code]) => code as number | null,
    () => "missing" as const,
  );
  let bytes = 0;
  async function* counted() {
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      yield chunk;
    }
    const code = await ended;
    if (code === "missing") throw new StartError("pg_dump isn't installed: it comes with PostgreSQL's own packages.");
    if (code !== 0) throw new StartError(`pg_dump failed: ${said.trim().split("\n")[0] ?? code}`);
  }
  const sealed = await sealFile({ ...place, source: counted() });
  return { sealed, bytes };
}

function connectionVariables(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const mode = searchParams.get("sslmode");
  return {
    PGHOST: decodeURIComponent(hostname),
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(mode ? { PGSSLMODE: mode } : {}),
  };
}
