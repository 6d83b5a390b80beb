import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/scripts/embedded/postgres";
import { migrateDatabase } from "@/scripts/migrate";
import { testEnvironment } from "../support/env";

const EMAIL = "someone@caresync.test";
const dataDir = mkdtempSync(join(tmpdir(), "caresync-jobs-"));
const running = new Set<ChildProcess>();
let postgres: EmbeddedPostgres;

const startPostgres = (port?: number) =>
  startEmbeddedPostgres({ dataDir, ...(port ? { port } : {}), settings: { shared_buffers: "32MB", fsync: "off" } });

beforeAll(async () => {
  postgres = await startPostgres();
  await migrateDatabase(postgres.ownerUrl);
  await rows(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash", "updatedAt") VALUES (gen_random_uuid(), '${EMAIL}', 'Someone', '-', now())`,
  );
});

afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await postgres?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function connection(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: postgres.ownerUrl });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function rows<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = await connection();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A worker as `npm run worker` starts it. */
function startWorker(): ChildProcess {
  const env = { ...process.env, ...testEnvironment, DATABASE_URL: postgres.appUrl, LOG_LEVEL: "warn" };
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], { env, stdio: "ignore" });
  running.add(child);
  return child;
}

async function kill(worker: ChildProcess): Promise<void> {
  const exited = once(worker, "exit");
  worker.kill("SIGKILL");
  await exited;
  running.delete(worker);
}

const resets = async () =>
  (await rows<{ sent: number }>(`SELECT count(*)::int AS sent FROM "PasswordReset"`))[0]?.sent ?? 0;
const jobs = async () =>
  (
    await rows<{ left: number }>(
      `SELECT count(*)::int AS left FROM graphile_worker.jobs WHERE task_identifier = 'send-password-reset'`,
    )
  )[0]?.left;

/** A running job that can't continue, because something holds the table it writes to. */
async function stuckJob(): Promise<pg.Client> {
  const holder = await connection();
  await holder.query(`BEGIN; LOCK TABLE "PasswordReset"`);
  await rows(`SELECT graphile_worker.add_job('send-password-reset', '{"email":"${EMAIL}"}')`);
  const taken = `SELECT 1 FROM graphile_worker.jobs WHERE locked_by IS NOT NULL AND task_identifier = 'send-password-reset'`;
  await expect.poll(async () => (await rows(taken)).length, { timeout: 30_000 }).toBe(1);
  return holder;
}

describe("a running job", () => {
  it("runs again within a minute when its worker is killed", async () => {
    const before = await resets();
    const worker = startWorker();
    const holder = await stuckJob();
    await kill(worker);
    await holder.end();
    const next = startWorker();
    await expect.poll(jobs, { timeout: 60_000, interval: 250 }).toBe(0);
    expect(await resets()).toBe(before + 1);
    await kill(next);
  });

  it("runs again within a minute, on another worker, when its own is frozen in a transaction and holds what it needs", async () => {
    const before = await resets();
    const frozen = startWorker();
    const holder = await stuckJob();
    const other = startWorker();
    frozen.kill("SIGSTOP");
    await holder.end();
    await expect.poll(jobs, { timeout: 60_000, interval: 250 }).toBe(0);
    expect(await resets()).toBe(before + 1);
    await Promise.all([kill(frozen), kill(other)]);
  });

  it("runs again within a minute when PostgreSQL restarts, on the same worker", async () => {
    const before = await resets();
    const worker = startWorker();
    await stuckJob();
    const { port } = postgres;
    await postgres.stop();
    postgres = await startPostgres(port);
    await expect.poll(jobs, { timeout: 60_000, interval: 250 }).toBe(0);
    expect(await resets()).toBe(before + 1);
    expect(worker.exitCode).toBeNull();
    await kill(worker);
  });
});
