import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PrismaClient } from "@prisma/client";
import { ResilientPool } from "@/lib/platform/db/resilient-pool";
import { statementName } from "@/lib/platform/db/statement-names";
import { toAppError } from "@/lib/platform/errors/driver-errors";
import { withRequestContext } from "@/lib/platform/log/request-context";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "@/scripts/embedded/postgres";

const READ_MS = 3_000;
const dataDir = mkdtempSync(join(tmpdir(), "caresync-faults-"));
const settings = { shared_buffers: "16MB", fsync: "off", max_connections: "14", superuser_reserved_connections: "3" };
const open: (() => Promise<unknown>)[] = [];
let server: EmbeddedPostgres;

const start = async (port?: number) =>
  (server = await startEmbeddedPostgres({ dataDir, settings, ...(port ? { port } : {}) }));

beforeAll(async () => {
  await start();
  await asAdmin(
    `CREATE TABLE things (id int); INSERT INTO things VALUES (1); CREATE TABLE others (id int); GRANT ALL ON things, others TO PUBLIC`,
  );
});
afterEach(async () => {
  for (const close of open.splice(0)) await close().catch(() => undefined);
});
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function asAdmin(text: string) {
  const client = new pg.Client({ connectionString: server.adminUrlOf(new URL(server.appUrl).pathname.slice(1)) });
  client.on("error", () => undefined);
  await client.connect();
  return client.query(text).finally(() => client.end());
}

/** As lib/platform/db/pool.ts creates it, with shorter limits. */
function connect(max = 4) {
  const pool = new ResilientPool({
    connectionString: server.appUrl,
    max,
    readMs: READ_MS + 500,
    query_timeout: 2 * READ_MS,
    connectionTimeoutMillis: READ_MS,
    options: `-c statement_timeout=${READ_MS}`,
    pipeline: true,
  } as ConstructorParameters<typeof ResilientPool>[0]);
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementName }) });
  open.push(() => prisma.$disconnect().then(() => pool.end()));
  const ask = (text: string) => pool.query({ text, name: statementName({ sql: text }) });
  const ways: Record<string, (text: string) => Promise<unknown>> = {
    "a statement": ask,
    "a read of Prisma's": (text) => prisma.$queryRawUnsafe(text),
    "a transaction of Prisma's": (text) => prisma.$transaction((tx) => tx.$queryRawUnsafe(text)),
  };
  return { pool, ask, ways };
}

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "answered",
    (error: unknown) => toAppError(error)?.code ?? `unknown: ${String(error)}`,
  );
const everyWay = (ways: ReturnType<typeof connect>["ways"], text: string) =>
  Promise.all(Object.entries(ways).map(async ([name, way]) => [name, await outcome(way(text))]));
const allAre = (code: string) =>
  ["a statement", "a read of Prisma's", "a transaction of Prisma's"].map((name) => [name, code]);

/** Every process of the server: the one that listens and those that answer. */
function serverProcesses(): number[] {
  const parentOf = (pid: string) => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1];
  const children = readdirSync("/proc").filter((entry) => {
    try {
      return /^\d+$/.test(entry) && parentOf(entry) === String(server.pid);
    } catch {
      return false; // has just ended
    }
  });
  return [server.pid, ...children.map(Number)];
}

describe("a failing database is reported as unavailable, through every access path,", () => {
  it("when it ends connections in the middle of a statement", async () => {
    const { ways } = connect();
    const asked = everyWay(ways, "SELECT pg_sleep(60)");
    const sleeping = `FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)' AND state = 'active'`;
    await expect.poll(async () => (await asAdmin(`SELECT 1 ${sleeping}`)).rows.length, { interval: 20 }).toBe(3);
    await asAdmin(`SELECT pg_terminate_backend(pid) ${sleeping}`);
    expect(await asked).toEqual(allAre("unavailable"));
  });

  it("when it stops, and answers again once it is back", async () => {
    const { ways } = connect();
    expect(await everyWay(ways, "SELECT 1")).toEqual(allAre("answered"));
    const { port } = server;
    await server.stop();
    expect(await everyWay(ways, "SELECT 1")).toEqual(allAre("unavailable"));
    expect(await everyWay(ways, "SELECT 1")).toEqual(allAre("unavailable"));
    await start(port);
    expect(await everyWay(ways, "SELECT 1")).toEqual(allAre("answered"));
  });

  it.runIf(process.platform === "linux")(
    "when it is frozen, without waiting much longer than the read limit",
    async () => {
      const { ways } = connect();
      await everyWay(ways, "SELECT 1");
      const frozen = serverProcesses();
      frozen.forEach((pid) => process.kill(pid, "SIGSTOP"));
      try {
        const began = performance.now();
        expect(await everyWay(ways, "SELECT 1")).toEqual(allAre("unavailable"));
        expect(performance.now() - began).toBeLessThan(3 * READ_MS + 1_000);
      } finally {
        frozen.forEach((pid) => process.kill(pid, "SIGCONT"));
      }
      expect(await everyWay(ways, "SELECT 1")).toEqual(allAre("answered"));
    },
  );

  it.each(["53100", "53200", "58030", "57P03", "25006", "25P03"])("when it reports %s", async (state) => {
    const { ways } = connect();
    expect(await everyWay(ways, `DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${state}'; END $$`)).toEqual(
      allAre("unavailable"),
    );
  });

  it("when a table is locked for longer than the read limit", async () => {
    const { ways } = connect();
    const holder = new pg.Client({ connectionString: server.adminUrlOf(new URL(server.appUrl).pathname.slice(1)) });
    await holder.connect();
    await holder.query("BEGIN; LOCK TABLE things");
    try {
      expect(await everyWay(ways, "SELECT * FROM things")).toEqual(allAre("unavailable"));
    } finally {
      await holder.end();
    }
  });
});

describe("the connection pool", () => {
  it("leaves half of the connections to other work when one kind waits for a locked table", async () => {
    const { ask } = connect(4);
    const as = <T>(route: string, work: () => Promise<T>) =>
      withRequestContext({ requestId: "r", route, actorId: null }, work);
    const holder = new pg.Client({ connectionString: server.adminUrlOf(new URL(server.appUrl).pathname.slice(1)) });
    await holder.connect();
    await holder.query("BEGIN; LOCK TABLE things");
    const slow = Array.from({ length: 8 }, () => as("/doctors", () => outcome(ask("SELECT * FROM things"))));
    const began = performance.now();
    await Promise.all(Array.from({ length: 8 }, () => as("/hospitals", () => ask("SELECT * FROM others"))));
    expect(performance.now() - began).toBeLessThan(READ_MS);
    await holder.end();
    await Promise.all(slow);
  });

  it("makes do with the connections it has when PostgreSQL has no more", async () => {
    const { ask } = connect(30);
    const answers = await Promise.all(Array.from({ length: 30 }, () => outcome(ask("SELECT pg_sleep(0.02)"))));
    expect(answers).toEqual(Array(30).fill("answered"));
  });

  it("replans a statement when a migration has changed its table", async () => {
    const { ask, ways } = connect(2);
    for (let i = 0; i < 6; i++) await Promise.all([ask("SELECT * FROM things"), ask("SELECT * FROM things")]);
    await asAdmin("ALTER TABLE things ALTER COLUMN id TYPE bigint");
    expect(await everyWay(ways, "SELECT * FROM things")).toEqual(allAre("answered"));
    await asAdmin("ALTER TABLE things ADD COLUMN name text");
    expect(
      (await Promise.all([ask("SELECT * FROM things"), ask("SELECT * FROM things")])).map(({ rows }) =>
        Object.keys(rows[0] as object),
      ),
    ).toEqual([
      ["id", "name"],
      ["id", "name"],
    ]);
  });
});
