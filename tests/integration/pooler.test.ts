import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { config } from "@/lib/platform/config/config";
import { db, Prisma } from "@/lib/platform/db/db";
import { closePool } from "@/lib/platform/db/pool";
import { sql } from "@/lib/platform/db/sql";
import { startRelay } from "@/lib/platform/events/relay";
import { serverUser } from "@/scripts/embedded/binaries";
import { draft } from "./stored-events";

/** Of Debian's package `pgbouncer`. */
const isInstalled = spawnSync("pgbouncer", ["--version"]).status === 0;
const PORT = 26_432;

/** What docs/operations.md has a pooler say to each of its sessions. */
const CONNECT =
  "SET role caresync_app; SET timezone = UTC; SET statement_timeout = 5000; SET idle_in_transaction_session_timeout = 20000";

describe.skipIf(!isInstalled)("behind a pooler that works by transaction", () => {
  const folder = mkdtempSync(join(tmpdir(), "caresync-pooler-"));
  const direct = { ...config.database };
  let pooler: ChildProcess;

  beforeAll(async () => {
    const { hostname, port, username, password, pathname } = new URL(direct.url);
    const file = join(folder, "pgbouncer.ini");
    writeFileSync(
      file,
      `[databases]
pooled = host=${hostname} port=${port} dbname=${pathname.slice(1)} user=${username} password=${password} connect_query='${CONNECT}'
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${PORT}
unix_socket_dir =
pool_mode = transaction
auth_type = any
default_pool_size = 3
`,
    );
    chmodSync(folder, 0o755);
    pooler = spawn("pgbouncer", ["-q", file], { ...serverUser(), stdio: "ignore" });
    Object.assign(config.database, { url: `postgresql://web:none@127.0.0.1:${PORT}/pooled`, isPooled: true });
    await closePool();
    await vi.waitFor(() => sql.$queryRaw(Prisma.sql`SELECT 1`), { timeout: 10_000, interval: 100 });
  });

  afterAll(async () => {
    await closePool();
    Object.assign(config.database, direct);
    pooler.kill();
    rmSync(folder, { recursive: true });
  });

  it("every session has the application's rights and limits", async () => {
    const asked = Array.from({ length: 20 }, () =>
      sql.$queryRaw(
        Prisma.sql`SELECT current_user::text AS "user", current_setting('timezone') AS "zone", current_setting('statement_timeout') AS "limit"`,
      ),
    );
    const answers = await Promise.all(asked);
    expect(new Set(answers.map((rows) => JSON.stringify(rows)))).toEqual(
      new Set([JSON.stringify([{ user: "caresync_app", zone: "UTC", limit: "5s" }])]),
    );
  });

  it("statements and changes of many at once find their way, and leave nothing in a session", async () => {
    const change = async () => {
      const id = crypto.randomUUID();
      await inTransaction(SYSTEM_ACTOR, (tx) =>
        recordChange(tx, SYSTEM_ACTOR, { action: "test.done", subject: "test", subjectId: id }, [draft(id)]),
      );
      return db.auditEntry.count({ where: { subjectId: id } });
    };
    expect(await Promise.all(Array.from({ length: 200 }, change))).toEqual(Array.from({ length: 200 }, () => 1));
    const left = await Promise.all(
      Array.from({ length: 20 }, () =>
        sql.$queryRaw<{ actor: string | null; prepared: number }[]>(
          Prisma.sql`SELECT nullif(current_setting('app.actor', true), '') AS "actor",
            (SELECT count(*)::int FROM pg_prepared_statements) AS "prepared"`,
        ),
      ),
    );
    expect(left.flat().filter(({ actor, prepared }) => actor !== null || prepared > 0)).toEqual([]);
  });

  it("the relay leads and hears of commits, past the pooler", async () => {
    const heard: string[] = [];
    const none = () => Promise.resolve();
    const relay = startRelay({
      channels: (events) => Promise.resolve(void heard.push(...events.map(({ aggregateId }) => aggregateId))),
      notifications: none,
      directory: none,
      waitlist: none,
    });
    const id = crypto.randomUUID();
    await inTransaction(SYSTEM_ACTOR, (tx) => recordChange(tx, SYSTEM_ACTOR, null, [draft(id)]));
    await vi.waitFor(() => expect(heard).toContain(id), { timeout: 10_000, interval: 50 });
    await relay.stop();
  });
});
