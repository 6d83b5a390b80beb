import type { ChildProcess } from "node:child_process";
import { appendFileSync, chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findBinaries, serverUser } from "@/scripts/embedded/binaries";
import { clusterDirOf } from "@/scripts/embedded/cluster";
import { SETTINGS, startEmbeddedPostgres } from "@/scripts/embedded/postgres";
import { migrateDatabase } from "@/scripts/migrate";
import { copyAsStandby } from "@/tests/support/standby";
import { addressOf, end, runOn, type Machine } from "./network";

const PORT = 5432;
export type DatabaseMachine = Extract<Machine, "db1" | "db2">;

/** Two PostgreSQL servers, of which one follows the other; they change places. */
export class Databases {
  primary: DatabaseMachine = "db1";
  private readonly running: Partial<Record<DatabaseMachine, ChildProcess>> = {};
  private urls!: { app: string; owner: string; admin: string };

  constructor(private readonly folder: string) {}

  get replica(): DatabaseMachine {
    return this.primary === "db1" ? "db2" : "db1";
  }

  private clusterOf(machine: DatabaseMachine): string {
    return machine === "db1" ? clusterDirOf(this.folder) : join(this.folder, machine);
  }

  url(who: "app" | "owner" | "admin", host = addressOf(this.primary)): string {
    const url = new URL(this.urls[who]);
    Object.assign(url, { hostname: host, port: String(PORT) });
    return url.href;
  }

  /** Makes the cluster, with the product's tables, and lets the other machines in. */
  async make(): Promise<void> {
    const made = await startEmbeddedPostgres({ dataDir: this.folder });
    await migrateDatabase(made.ownerUrl);
    await made.stop();
    this.urls = { app: made.appUrl, owner: made.ownerUrl, admin: made.adminUrl };
    const rule = "10.77.0.0/24 scram-sha-256";
    appendFileSync(join(this.clusterOf("db1"), "pg_hba.conf"), `host all all ${rule}\nhost replication all ${rule}\n`);
    chmodSync(this.folder, 0o755);
    await this.start("db1");
    await this.follow();
  }

  private async start(machine: DatabaseMachine): Promise<void> {
    const { postgres } = await findBinaries();
    const settings = {
      ...SETTINGS,
      listen_addresses: "*",
      shared_buffers: "64MB",
      hot_standby_feedback: "on",
      wal_keep_size: "256MB",
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const command = [postgres, "-D", this.clusterOf(machine), "-p", String(PORT), ...flags];
    const user = serverUser().uid === undefined ? undefined : "postgres";
    this.running[machine] = runOn(machine, command, {
      log: join(this.folder, `${machine}.log`),
      ...(user ? { user } : {}),
    });
    await this.answers(machine);
  }

  private async answers(machine: DatabaseMachine): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await this.ask("SELECT 1", machine);
        return;
      } catch (error) {
        if (tries > 600) throw error;
        await sleep(100);
      }
    }
  }

  /** Asks as the superuser, in the product's database. */
  async ask<Row extends pg.QueryResultRow>(
    text: string,
    machine = this.primary,
    values: unknown[] = [],
  ): Promise<Row[]> {
    const url = new URL(this.url("admin", addressOf(machine)));
    url.pathname = new URL(this.urls.app).pathname;
    const client = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    await client.connect();
    return client
      .query<Row>(text, values)
      .then(({ rows }) => rows)
      .finally(() => client.end());
  }

  /** Makes the machine that isn't the primary a fresh copy that follows it. */
  async follow(): Promise<void> {
    const machine = this.replica;
    await end(this.running[machine]);
    rmSync(this.clusterOf(machine), { recursive: true, force: true });
    await this.ask(`SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE NOT active`);
    await copyAsStandby(
      { adminUrl: this.url("admin"), cluster: this.clusterOf(this.primary) },
      this.clusterOf(machine),
      machine,
    );
    await this.start(machine);
    await this.caughtUp();
  }

  private async caughtUp(): Promise<void> {
    for (;;) {
      const rows = await this.ask(
        `SELECT 1 FROM pg_stat_replication WHERE state = 'streaming' AND replay_lsn >= pg_current_wal_flush_lsn() - 65536`,
      );
      if (rows.length > 0) return;
      await sleep(100);
    }
  }

  /** A commit is acknowledged once the replica has it on its disk, too. */
  async waitForReplica(isAwaited: boolean): Promise<void> {
    await this.ask(`ALTER SYSTEM SET synchronous_standby_names = '${isAwaited ? `FIRST 1 (${this.replica})` : ""}'`);
    await this.ask("SELECT pg_reload_conf()");
  }

  async kill(): Promise<void> {
    // Its children, too: a machine without power.
    const pid = this.running[this.primary]?.pid;
    const cluster = this.clusterOf(this.primary);
    const postmaster = Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n", 1)[0]);
    for (const one of new Set([pid, postmaster])) if (one) process.kill(one, "SIGKILL");
    await end(this.running[this.primary]);
  }

  /** The replica becomes the primary. It waits for no replica of its own until it has one. */
  async promote(): Promise<void> {
    const next = this.replica;
    await this.ask("SELECT pg_promote(true, 60)", next);
    this.primary = next;
    await this.waitForReplica(false);
  }

  async stop(): Promise<void> {
    for (const child of Object.values(this.running)) await end(child, "SIGINT");
  }
}

/** PgBouncer, which works by transaction and can be pointed at another server. */
export class Pooler {
  private child: ChildProcess | undefined;
  private readonly file: string;

  constructor(
    folder: string,
    private readonly log = join(folder, "pgbouncer.log"),
  ) {
    this.file = join(folder, "pgbouncer.ini");
  }

  readonly url = (name: string) => `postgresql://web:none@${addressOf("pool")}:6432/${name}`;

  point(databases: Databases): void {
    const line = (name: string, machine: Machine) => {
      const { username, password, pathname } = new URL(databases.url("app"));
      const settings =
        "SET role caresync_app; SET timezone = UTC; SET statement_timeout = 5000; SET idle_in_transaction_session_timeout = 20000";
      return `${name} = host=${addressOf(machine)} port=${PORT} dbname=${pathname.slice(1)} user=${username} password=${password} connect_query='${settings}'`;
    };
    writeFileSync(
      this.file,
      `[databases]
${line("care", databases.primary)}
${line("replica", databases.replica)}
[pgbouncer]
listen_addr = *
listen_port = 6432
unix_socket_dir =
pool_mode = transaction
auth_type = any
default_pool_size = 20
max_client_conn = 500
server_login_retry = 1
server_connect_timeout = 3
tcp_user_timeout = 5000
`,
    );
    chmodSync(this.file, 0o644);
    this.child?.kill("SIGHUP");
  }

  start(): void {
    const user = serverUser().uid === undefined ? undefined : "postgres";
    this.child = runOn("pool", ["pgbouncer", "-q", this.file], { log: this.log, ...(user ? { user } : {}) });
  }

  stop = () => end(this.child, "SIGINT");
}
