import pg from "pg";
import { currentRequest } from "@/lib/platform/log/request-context";
import { counter, timer } from "@/lib/platform/metrics/instruments";
import { traced } from "@/lib/platform/tracing/trace";
import { isOutOfConnections, isStalePlan } from "./connection-error";
import { Shares } from "./shares";
import { statementSpan } from "./statement-span";
import { forgetStatements, statementName } from "./statement-names";

const waited = timer({
  name: "caresync_database_pool_wait_seconds",
  help: "How long work waited for a database connection.",
  buckets: [0.001, 0.01, 0.1, 0.5, 1, 5],
});
const gone = counter({
  name: "caresync_database_pool_failures_total",
  help: "How often work got no database connection: none was free in time, or PostgreSQL gave none.",
});

const MAX_WAIT_MS = 5_000;
/** How long the pool limits itself to its open connections after PostgreSQL refused more. */
const REDUCED_MS = 30_000;

export type ResilientPoolOptions = pg.PoolConfig & {
  /**
   * Milliseconds after which a statement outside a transaction is abandoned here, in case PostgreSQL doesn't end it.
   */
  readMs: number;
  /** Of a replica: without it the site goes on, so that its failures are no alarm. */
  isOptional?: boolean;
};

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (error?: Error | boolean) => void,
) => void;
type Statement = pg.QueryConfig & { query_timeout?: number };

const isStatement = (statement: unknown): statement is Statement =>
  typeof statement === "object" && statement !== null && "text" in statement && !("submit" in statement);

/**
 * A pool that survives trouble: one slow table can't take all connections, statements end in time even when PostgreSQL
 * is frozen, a refused connection is replaced by waiting for an idle one, and a statement whose plan a migration made
 * stale is planned again.
 */
export class ResilientPool extends pg.Pool {
  private readonly shares: Shares;
  private readonly readMs: number;
  private readonly size: number;
  private readonly isOptional: boolean;

  constructor({ readMs, isOptional = false, ...options }: ResilientPoolOptions) {
    super(options);
    this.readMs = readMs;
    this.isOptional = isOptional;
    this.size = options.max ?? 10;
    this.shares = new Shares(this.size);
    // A property, because the method's many overloads can't be restated.
    const plain = super.query.bind(this) as (...args: unknown[]) => Promise<pg.QueryResult>;
    this.query = ((statement: unknown, ...rest: unknown[]) =>
      isStatement(statement) && rest.length === 0
        ? this.run(statement, plain)
        : plain(statement, ...rest)) as pg.Pool["query"];
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    const startedAt = performance.now();
    const taken = this.take();
    taken.then(
      () => waited({}, (performance.now() - startedAt) / 1000),
      () => !this.isOptional && gone({}),
    );
    if (callback === undefined) return taken;
    taken.then(
      (client) => callback(undefined, client, client.release),
      (error: Error) => callback(error, undefined, () => undefined),
    );
  }

  /** Runs one statement on any free connection. */
  private run(statement: Statement, plain: (statement: Statement) => Promise<pg.QueryResult>): Promise<pg.QueryResult> {
    return traced(
      currentRequest()?.requestId,
      () => statementSpan(statement.text),
      () => this.runAgainIfStale(statement, plain),
    );
  }

  private async runAgainIfStale(
    statement: Statement,
    plain: (statement: Statement) => Promise<pg.QueryResult>,
  ): Promise<pg.QueryResult> {
    const limited = { query_timeout: this.readMs, ...statement };
    try {
      return await plain(limited);
    } catch (error) {
      if (!isStalePlan(error)) throw error;
      forgetStatements();
      return plain({ ...limited, name: statementName({ sql: statement.text }) });
    }
  }

  private async take(): Promise<pg.PoolClient> {
    // Work outside a request (a job, a timer, a script) shares with no one.
    const route = currentRequest()?.route;
    const giveBack = route === undefined ? () => undefined : await this.shares.take(route);
    try {
      const client = await this.connectOrWait();
      const release = client.release.bind(client);
      client.release = (error) => {
        giveBack();
        release(error);
      };
      return client;
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  /** When PostgreSQL has no connections left for us, one of our own will soon be idle. */
  private async connectOrWait(): Promise<pg.PoolClient> {
    for (const deadline = Date.now() + MAX_WAIT_MS; ;) {
      try {
        return await super.connect();
      } catch (error) {
        if (!isOutOfConnections(error) || this.totalCount === 0 || Date.now() > deadline) throw error;
        // Some of those counted may be failing too; they find out in the next round.
        this.options.max = this.totalCount;
        setTimeout(() => (this.options.max = this.size), REDUCED_MS).unref();
      }
    }
  }
}
