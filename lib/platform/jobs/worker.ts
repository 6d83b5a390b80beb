import { randomUUID } from "node:crypto";
import { Logger, run, type Task } from "graphile-worker";
import pg from "pg";
import { config } from "@/lib/platform/config/config";
import { log } from "@/lib/platform/log/log";
import { withRequestContext } from "@/lib/platform/log/request-context";

/** What a job does with its payload. Throwing means: again later. It must bear to run twice. */
export type JobTask = (payload: unknown) => Promise<void>;

const CONCURRENCY = 4;

/**
 * Works the job queue until stopped. `crontab` is graphile-worker's: one `minute hour day month weekday task` a line, in UTC.
 * `stop` lets running jobs end first. A job that fails is tried again with growing pauses; a killed process's jobs
 * are taken over by another worker.
 */
export async function startWorker(work: { tasks: Record<string, JobTask>; crontab?: string }): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({
    connectionString: config.database.url,
    // The queue, too, is worked with the application's few rights.
    options: "-c role=caresync_app -c timezone=UTC",
    application_name: "caresync-worker",
    max: CONCURRENCY + 2,
    connectionTimeoutMillis: 10_000,
  });
  const onError = (error: Error) => log.warn({ err: error, component: "worker" }, "lost a database connection");
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  const runner = await run({
    pgPool: pool,
    concurrency: CONCURRENCY,
    taskList: Object.fromEntries(Object.entries(work.tasks).map(([name, task]) => [name, observed(name, task)])),
    ...(work.crontab === undefined ? {} : { crontab: work.crontab }),
    noHandleSignals: true,
    logger: queueLogger(),
    // Without these a job that ends during shutdown stays locked for hours.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  return {
    async stop() {
      await runner.stop();
      await pool.end();
    },
  };
}

/** Gives a job an id for its log lines and one line when it fails. */
function observed(name: string, task: JobTask): Task {
  return (payload, helpers) =>
    withRequestContext({ requestId: randomUUID(), route: `job:${name}`, actorId: null }, async () => {
      const startedAt = performance.now();
      try {
        await task(payload);
        log.debug({ job: name, durationMs: Math.round(performance.now() - startedAt) }, "job done");
      } catch (error) {
        log.error({ err: error, job: name, jobId: helpers.job.id, attempt: helpers.job.attempts }, "job failed");
        throw error;
      }
    });
}

/** The queue's own lines name payloads and error texts; only what is wrong with the queue itself is kept, as a kind. */
function queueLogger(): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error" && !/Failed task|task failed/i.test(message)) log.error({ component: "worker", kind: "queue" }, message);
    else if (level === "warning") log.warn({ component: "worker", kind: "queue" }, message);
  });
}
