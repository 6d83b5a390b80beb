import { config } from "@/lib/platform/config/config";
import { gauge } from "@/lib/platform/metrics/instruments";
import { Prisma } from "./db";
import { MOMENT, type Moment } from "./moment";
import { ResilientPool } from "./resilient-pool";
import { sessionSettings } from "./session-settings";
import { sql, sqlOn } from "./sql";

/** How often both servers are asked. */
const CHECK_MS = 250;
/** A reader waits at most this long for a replica that doesn't answer, and is then answered by the primary. */
const PATIENCE_MS = 1_000;

/** Up to where the primary had written at this moment of our own clock, and which transactions had ended by then. */
type Sample = { at: number; position: bigint; moment: Moment };
type State = {
  pool?: ResilientPool;
  samples: Sample[];
  /** The replica has everything that was committed before this one; null while it isn't known to. */
  reached: Sample | null;
  /** Not in a worker, which has no use for it. */
  isWatched: boolean;
};

// Pages and instrumentation are bundled apart; one per process.
const KEY = Symbol.for("caresync.replica");
const holder = globalThis as typeof globalThis & { [KEY]?: State };
const state = (holder[KEY] ??= { samples: [], reached: null, isWatched: false });

gauge(
  {
    name: "caresync_replica_lag_seconds",
    help: "By how much the replica is behind at most, as this process knows it.",
  },
  () => (state.isWatched ? [{ value: replicaLagMs() / 1000 }] : []),
);

gauge(
  { name: "caresync_replica_lag_max_seconds", help: "By how much it may be behind (DATABASE_REPLICA_MAX_LAG_MS)." },
  () => (state.isWatched ? [{ value: config.database.replicaMaxLagMs / 1000 }] : []),
);

function createPool(url: string): ResilientPool {
  const made = new ResilientPool({
    connectionString: url,
    max: config.database.poolSize,
    options: config.database.isPooled ? undefined : sessionSettings({ statement_timeout: PATIENCE_MS }),
    connectionTimeoutMillis: PATIENCE_MS,
    idleTimeoutMillis: 60_000,
    application_name: "caresync-replica",
    readMs: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    isOptional: true,
  });
  made.on("error", () => undefined);
  made.on("connect", (client) => client.on("error", () => undefined));
  return made;
}

/** Returns this process's connections to the replica, which are for reads alone. */
export function replicaPool(): ResilientPool {
  const { replicaUrl } = config.database;
  if (replicaUrl === undefined) throw new Error("there is no replica");
  return (state.pool ??= createPool(replicaUrl));
}

/** Returns by how many milliseconds the replica is behind, at most; infinite while that isn't known. */
function replicaLagMs(): number {
  return state.reached === null ? Number.POSITIVE_INFINITY : performance.now() - state.reached.at;
}

/** Tells whether the replica may be read: it is not further behind than DATABASE_REPLICA_MAX_LAG_MS. */
export function isReplicaCurrent(): boolean {
  return replicaLagMs() <= config.database.replicaMaxLagMs;
}

/** Returns the moment up to which the replica has everything; null while it may not be read. */
export function replicaMoment(): Moment | null {
  return isReplicaCurrent() ? (state.reached?.moment ?? null) : null;
}

/** Reads nothing more from a replica that has failed, until it has answered again. */
export function noteReplicaFailed(): void {
  state.reached = null;
}

type Position = { position: string | null };
type Written = Moment & Position;

/**
 * Compares how far the replica has come with where the primary was at moments of our own clock. That holds without comparing
 * the clocks of the servers, and while nothing is written.
 */
async function check(): Promise<void> {
  const { samples } = state;
  const at = performance.now();
  const replica = sqlOn(replicaPool());
  const [written, [shown]] = await Promise.all([
    sql.$queryRaw<Written[]>(Prisma.sql`SELECT (pg_current_wal_flush_lsn() - '0/0')::text AS "position", ${MOMENT}`),
    replica.$queryRaw<Position[]>(Prisma.sql`SELECT CASE WHEN pg_is_in_recovery()
      THEN (pg_last_wal_replay_lsn() - '0/0')::text END AS "position"`),
  ]);
  for (const { position, ...moment } of written)
    if (position !== null) samples.push({ at, position: BigInt(position), moment });
  while (samples.length > 0 && at - samples[0]!.at > 2 * config.database.replicaMaxLagMs) samples.shift();
  // One that was promoted follows no one any more.
  if (shown?.position == null) throw new Error("the replica is none");
  const reached = BigInt(shown.position);
  state.reached = samples.findLast(({ position }) => position <= reached) ?? null;
}

/** Watches the replica for as long as the process serves; without DATABASE_REPLICA_URL it does nothing. */
export function watchReplica(): { stop(): Promise<void> } {
  if (config.database.replicaUrl === undefined) return { stop: () => Promise.resolve() };
  state.isWatched = true;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    await check().catch(noteReplicaFailed);
    if (!isStopped) timer = setTimeout(() => (running = round()), CHECK_MS);
  };
  running = round();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
      const closing = state.pool;
      Object.assign(state, { pool: undefined, samples: [], reached: null, isWatched: false });
      await closing?.end();
    },
  };
}
