import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, run, type Runner, type Task, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import { config } from "@/lib/platform/config/config";
import { sessionSettings } from "@/lib/platform/db/session-settings";
import { log } from "@/lib/platform/log/log";
import { withRequestContext } from "@/lib/platform/log/request-context";
import { counter, timer } from "@/lib/platform/metrics/instruments";
import { traced } from "@/lib/platform/tracing/trace";
import { WorkerLife } from "./worker-life";

/** What a job does with its payload. Throwing means: retry later. Must be safe to run twice. */
export type JobTask = (payload: unknown) => Promise<void>;

export type Work = { tasks: Record<string, JobTask>; crontab?: string };

const ended = counter({
  name: "caresync_jobs_total",
  help: "Jobs that were run, by kind and result: done, or failed and tried again.",
  labels: ["job", "result"],
});
const took = timer({
  name: "caresync_job_duration_seconds",
  help: "How long jobs took, by kind.",
  labels: ["job"],
  buckets: [0.1, 1, 10, 60, 600],
});

const CONCURRENCY = 4;
const MAX_PAUSE_MS = 10_000;

/**
 * Works the job queue until stopped. `crontab` is graphile-worker's: one `minute hour day month weekday task` per line,
 * in UTC. A failing job is retried with growing pauses; a killed process's jobs are taken over within half a minute. A
 * queue that fails, as without a database, is restarted for ever. `stop` lets running jobs finish.
 */
export function startWorker(work: Work): { stop(): Promise<void> } {
  const queue = new Queue(work);
  return { stop: () => queue.stop() };
}

class Queue {
  private readonly pool = makePool();
  private readonly held = new Set<string>();
  private readonly life = new WorkerLife(this.pool, () => ({ workerId: this.workerId, jobIds: this.held }));
  private workerId: string | undefined;
  private runner: Runner | undefined;
  private stopped = false;
  private readonly ended = new AbortController();
  private readonly running: Promise<void>;

  constructor(private readonly work: Work) {
    this.running = this.keepRunning();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.ended.abort();
    await this.runner?.stop().catch(() => undefined); // it may be ending by itself right now
    await this.running;
    await this.life.stop();
    if (this.workerId) await this.life.giveBack([this.workerId]).catch(() => undefined); // others will
    await this.pool.end();
  }

  private async keepRunning(): Promise<void> {
    for (let failures = 0; !this.stopped; failures += 1) {
      const startedAt = performance.now();
      try {
        this.runner = await this.start();
        if (this.stopped) await this.runner.stop();
        await this.runner.promise;
        if (this.stopped) return;
        log.error({ component: "worker" }, "the job queue ended by itself; starting it again");
      } catch (error) {
        if (this.stopped) return;
        log.error({ component: "worker", err: error }, "the job queue failed; starting it again");
      }
      if (performance.now() - startedAt > 60_000) failures = 0;
      await sleep(Math.min(500 * 2 ** failures, MAX_PAUSE_MS), undefined, { signal: this.ended.signal }).catch(
        () => undefined,
      );
    }
  }

  private start(): Promise<Runner> {
    const events = new EventEmitter() as WorkerEvents;
    events.on("pool:create", ({ workerPool }) => this.become(workerPool.id));
    events.on("job:start", ({ job }) => this.held.add(job.id));
    events.on("job:complete", ({ job }) => this.held.delete(job.id));
    const taskList = Object.entries(this.work.tasks).map(([name, task]) => [name, this.observed(name, task)] as const);
    return run({
      pgPool: this.pool,
      concurrency: CONCURRENCY,
      taskList: Object.fromEntries(taskList),
      ...(this.work.crontab === undefined ? {} : { crontab: this.work.crontab }),
      noHandleSignals: true,
      logger: queueLogger(),
      events,
      // Without these a job that ends during shutdown stays locked.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
  }

  /** Each start uses a new name; what was locked under the previous one is released. */
  private become(workerId: string): void {
    const former = this.workerId;
    this.workerId = workerId;
    this.held.clear();
    const told = this.life
      .begin(workerId)
      .then(() => (former === undefined ? undefined : this.life.giveBack([former])));
    told.catch((error: unknown) => log.warn({ err: error, component: "worker" }, "a worker could not be announced")); // the next heartbeat does it
  }

  /** Gives a job the ID of the request that queued it, or one of its own, and logs its failure in one line. */
  private observed(name: string, task: JobTask): Task {
    return (payload, helpers) => {
      const cause = causeOf(payload);
      const requestId = cause ?? randomUUID();
      const about = () => ({ name: `job ${name}`, kind: "consumer" as const, isRoot: cause === undefined });
      return withRequestContext({ requestId, route: `job:${name}`, actorId: null }, async () => {
        const startedAt = performance.now();
        try {
          await traced(requestId, about, () => task(payload));
          ended({ job: name, result: "done" });
          log.debug({ job: name, durationMs: Math.round(performance.now() - startedAt) }, "job done");
        } catch (error) {
          ended({ job: name, result: "failed" });
          log.error({ err: error, job: name, jobId: helpers.job.id, attempt: helpers.job.attempts }, "job failed");
          throw error;
        } finally {
          took({ job: name }, (performance.now() - startedAt) / 1000);
          await this.retryUntilAnswered();
        }
      });
    };
  }

  /** The queue reports a job's end once and gives up without an answer; this retries until the database answers. */
  private async retryUntilAnswered(): Promise<void> {
    for (let pause = 200; ; pause = Math.min(pause * 2, 5_000)) {
      const isThere = await this.pool.query("SELECT 1").then(
        () => true,
        () => false,
      );
      if (isThere || this.stopped) return;
      await sleep(pause, undefined, { signal: this.ended.signal }).catch(() => undefined);
    }
  }
}

/** The request that queued a job, if any. */
function causeOf(payload: unknown): string | undefined {
  const { requestId } = Object(payload) as { requestId?: unknown };
  return typeof requestId === "string" ? requestId : undefined;
}

function makePool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: config.database.directUrl,
    // The queue, too, uses the application's limited rights.
    options: sessionSettings(),
    application_name: "caresync-worker",
    max: CONCURRENCY + 3,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  const onError = (error: Error) => log.warn({ err: error, component: "worker" }, "lost a database connection");
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  return pool;
}

/**
 * The queue's own log lines contain payloads and error texts; only problems of the queue itself are logged, by kind.
 */
function queueLogger(): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error" && !/Failed task|task failed/i.test(message))
      log.error({ component: "worker", kind: "queue" }, message);
    else if (level === "warning") log.warn({ component: "worker", kind: "queue" }, message);
  });
}
