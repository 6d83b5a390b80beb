import { Prisma } from "@/lib/platform/db/db";
import { command, statement } from "@/lib/platform/db/statement";

type Job = { task: string; payload: string; runAt: Date | null; jobKey: string | null; maxAttempts: number | null };

export const insertJob = command(
  ({ task, payload, runAt, jobKey, maxAttempts }: Job) => Prisma.sql`
    SELECT graphile_worker.add_job(${task}, ${payload}::json,
      run_at => ${runAt}::timestamptz, job_key => ${jobKey}::text,
      max_attempts => ${maxAttempts}::int)`,
);

export const queueState = statement(
  {
    /** How long the oldest overdue job has been waiting, locked or not. */
    lagSeconds: "float8",
    /** Due and not locked; locked by a worker; out of attempts, whatever time the queue has noted for the next. */
    waiting: "int4",
    running: "int4",
    exhausted: "int4",
    /** Whether a worker was heard from within these seconds. */
    hasWorker: "bool",
  },
  (heardWithinSeconds: number) => Prisma.sql`
    SELECT coalesce(extract(epoch FROM now() - min("run_at")
             FILTER (WHERE "run_at" <= now() AND ("attempts" < "max_attempts" OR "locked_at" IS NOT NULL))), 0)::float AS "lagSeconds",
           (count(*) FILTER (WHERE "locked_at" IS NULL AND "attempts" < "max_attempts"))::int AS "waiting",
           (count(*) FILTER (WHERE "locked_at" IS NOT NULL))::int AS "running",
           (count(*) FILTER (WHERE "locked_at" IS NULL AND "attempts" >= "max_attempts"))::int AS "exhausted",
           EXISTS (SELECT 1 FROM "JobWorker" WHERE "heardAt" > now() - ${heardWithinSeconds} * interval '1 second') AS "hasWorker"
    FROM graphile_worker.jobs WHERE "run_at" <= now() OR "attempts" >= "max_attempts"`,
);
