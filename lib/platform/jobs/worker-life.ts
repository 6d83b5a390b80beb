import type pg from "pg";
import { log } from "@/lib/platform/log/log";

const HEARTBEAT_MS = 3_000;
/** Five missed heartbeats: dead. A stalled event loop or a slow database recovers sooner. */
const SILENT_SECONDS = 15;

/** What this process is working on: under which name, and which jobs. */
export type HeldJobs = { workerId: string | undefined; jobIds: ReadonlySet<string> };

/**
 * Sends a heartbeat every three seconds and releases what dead workers have locked; the queue itself would wait four
 * hours. A worker silent for 15 seconds is dead. Only a worker that was heard all that time judges others, because
 * after a database outage all were silent. Also releases what this worker has locked without knowing, because the
 * answer to its query was lost.
 */
export class WorkerLife {
  private timer: NodeJS.Timeout | undefined;
  private steadySince = Number.POSITIVE_INFINITY;
  private lastBeat = Number.NEGATIVE_INFINITY;
  private suspects = new Set<string>();
  private running: Promise<void>;
  private stopped = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly hands: () => HeldJobs,
  ) {
    this.running = this.round();
  }

  /** Sends a heartbeat at once, so that a worker that has just started doesn't count as dead. */
  async begin(workerId: string): Promise<void> {
    await this.pool.query(
      `INSERT INTO "JobWorker" ("id") VALUES ($1) ON CONFLICT ("id") DO UPDATE SET "heardAt" = now()`,
      [workerId],
    );
  }

  /** Releases everything locked under a name that is no longer used. */
  async giveBack(workerIds: string[]): Promise<void> {
    await this.pool.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [workerIds]);
    await this.pool.query(`DELETE FROM "JobWorker" WHERE "id" = ANY($1::text[])`, [workerIds]);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      await this.beat();
    } catch (error) {
      log.warn({ err: error, component: "worker" }, "the queue could not be watched over");
    }
    if (!this.stopped) this.timer = setTimeout(() => (this.running = this.round()), HEARTBEAT_MS);
  }

  private async beat(): Promise<void> {
    const { workerId } = this.hands();
    if (workerId === undefined) return;
    await this.begin(workerId);
    const now = performance.now();
    if (now - this.lastBeat > 3 * HEARTBEAT_MS) this.steadySince = now;
    this.lastBeat = now;
    await this.giveBackOwn(workerId);
    if (now - this.steadySince >= SILENT_SECONDS * 1_000) await this.giveBackOfTheDead();
  }

  private async giveBackOfTheDead(): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>(
      `WITH "alive" AS (SELECT "id" FROM "JobWorker" WHERE "heardAt" > now() - $1 * interval '1 second'), "locks" AS (
         SELECT "locked_by", "locked_at" FROM graphile_worker._private_jobs WHERE "locked_by" IS NOT NULL
         UNION ALL SELECT "locked_by", "locked_at" FROM graphile_worker._private_job_queues WHERE "locked_by" IS NOT NULL)
       SELECT DISTINCT "locked_by" AS "id" FROM "locks"
       WHERE "locked_at" < now() - $1 * interval '1 second' AND "locked_by" NOT IN (SELECT "id" FROM "alive")`,
      [SILENT_SECONDS],
    );
    if (rows.length > 0) {
      await this.giveBack(rows.map(({ id }) => id));
      log.warn({ component: "worker", count: rows.length }, "gave back the jobs of dead workers");
    }
    await this.pool.query(`DELETE FROM "JobWorker" WHERE "heardAt" < now() - interval '1 hour'`);
  }

  /** Locked twice in a row without being worked on: once may be a job that is just being completed. */
  private async giveBackOwn(workerId: string): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT "id"::text FROM graphile_worker._private_jobs WHERE "locked_by" = $1 AND "locked_at" < now() - $2 * interval '1 millisecond'`,
      [workerId, HEARTBEAT_MS],
    );
    const { jobIds } = this.hands();
    const lost = rows.map(({ id }) => id).filter((id) => !jobIds.has(id));
    const certain = lost.filter((id) => this.suspects.has(id));
    this.suspects = new Set(lost);
    if (certain.length === 0) return;
    await this.pool.query(
      `UPDATE graphile_worker._private_jobs SET "locked_at" = NULL, "locked_by" = NULL WHERE "id" = ANY($1::bigint[]) AND "locked_by" = $2`,
      [certain, workerId],
    );
    log.warn({ component: "worker", count: certain.length }, "gave back jobs that nobody had in hand");
  }
}
