import pg from "pg";
import { expect, inject } from "vitest";
import { pool } from "@/lib/platform/db/pool";

type Work = () => Promise<unknown>;

/**
 * Runs work until it waits for what `blocked` has locked, kills its connection there, and waits for it to fail. The step it
 * was at is undone with all before it.
 */
export async function killAt(blocked: string, params: unknown[], work: Work): Promise<void> {
  const admin = new pg.Client({ connectionString: inject("postgres").adminUrl });
  await admin.connect();
  const blocker = await pool().connect();
  try {
    await blocker.query("BEGIN");
    await blocker.query(blocked, params);
    const { rows } = await blocker.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const failed = work().then(
      () => false,
      () => true,
    );
    await admin.query("SELECT pg_terminate_backend($1)", [await waitingBehind(rows[0]!.pid)]);
    await blocker.query("ROLLBACK");
    expect(await failed, "the killed work fails").toBe(true);
  } finally {
    blocker.release(true);
    await admin.end();
  }
}

/** Asked on a connection of its own: within a transaction PostgreSQL answers the same all the time. */
async function waitingBehind(pid: number): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    const { rows } = await pool().query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid)) LIMIT 1",
      [pid],
    );
    if (rows[0]) return rows[0].pid;
    await pool().query("SELECT pg_sleep(0.01)");
  }
  throw new Error("nothing waits");
}
