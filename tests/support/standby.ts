import { chownSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { findBinaries, serverUser } from "@/scripts/embedded/binaries";
import { freePort } from "@/scripts/embedded/ports";
import { startServer, stopServer } from "@/scripts/embedded/server-process";

/** What a copy must not have: the log of the server it was made of, and who runs it ("Making a Base Backup" in PostgreSQL's documentation). */
const EMPTIED = ["pg_wal", "pg_replslot", "pg_stat_tmp"];
const REMOVED = ["postmaster.pid", "postmaster.opts"];

export type Standby = {
  port: number;
  pid: number;
  adminUrl: string;
  stop(): Promise<void>;
  /** Starts it again, where it was. */
  start(): Promise<void>;
};
type Primary = { adminUrl: string; cluster: string };
export type StandbyOptions = { folder: string; name?: string; port?: number; settings?: Record<string, string> };

/** Copies a running server's folder, as `pg_basebackup` does, and makes it follow that server. */
export async function copyAsStandby({ adminUrl, cluster }: Primary, target: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query("SELECT pg_backup_start('standby', true)");
  // Files may go while they are copied: the log has what they lose by that.
  cpSync(cluster, target, { recursive: true, filter: (source) => !REMOVED.some((one) => source.endsWith(`/${one}`)) });
  const { rows } = await client.query<{ label: string }>("SELECT labelfile AS label FROM pg_backup_stop(false)");
  await client.query(
    "SELECT pg_create_physical_replication_slot($1) WHERE NOT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = $1)",
    [name],
  );
  await client.end();
  for (const folder of EMPTIED) {
    rmSync(join(target, folder), { recursive: true, force: true });
    mkdirSync(join(target, folder), { mode: 0o700 });
  }
  const { hostname, port, username, password } = new URL(adminUrl);
  const from = `host=${hostname} port=${port} user=${username} password=${password} application_name=${name}`;
  writeFileSync(join(target, "backup_label"), rows[0]!.label);
  writeFileSync(join(target, "standby.signal"), "");
  writeFileSync(join(target, "postgresql.auto.conf"), `primary_conninfo = '${from}'\nprimary_slot_name = '${name}'\n`);
  own(target);
}

function own(path: string): void {
  const { uid, gid } = serverUser();
  if (uid === undefined || gid === undefined) return;
  chownSync(path, uid, gid);
  for (const entry of readdirSync(path, { recursive: true, encoding: "utf8" })) chownSync(join(path, entry), uid, gid);
}

/** A real streaming replica of a running embedded server, on a port of its own. */
export async function startStandby(
  primary: Primary,
  { folder, name = "standby", settings = {}, ...options }: StandbyOptions,
): Promise<Standby> {
  const cluster = join(folder, name);
  await copyAsStandby(primary, cluster, name);
  const { postgres } = await findBinaries();
  const port = options.port ?? (await freePort(55_400));
  const start = () =>
    startServer({ postgres, cluster, port, settings, logFile: join(folder, `${name}.log`), runAs: serverUser() });
  let child = await start();
  const adminUrl = new URL(primary.adminUrl);
  adminUrl.port = String(port);
  return {
    port,
    adminUrl: adminUrl.href,
    get pid() {
      return child.pid!;
    },
    stop: () => stopServer(child.pid!),
    async start() {
      child = await start();
    },
  };
}
