import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "@/scripts/embedded/postgres";
import { embeddedAppUrl } from "@/scripts/embedded/running";

const dataDir = mkdtempSync(join(tmpdir(), "caresync-launcher-"));
const start = (port?: number) =>
  startEmbeddedPostgres({ dataDir, ...(port ? { port } : {}), settings: { shared_buffers: "16MB" } });
let server: EmbeddedPostgres | undefined;

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Listens on a port, as another program would, until `free`. */
async function holdPort(): Promise<{ port: number; free: () => Promise<unknown> }> {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as { port: number };
  return { port, free: () => new Promise((resolve) => other.close(resolve)) };
}

afterAll(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  it("keeps its passwords readable by their owner only, and listens on this machine only", async () => {
    server = await start();
    expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(await query(server.ownerUrl, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  });

  it("gives the application a login that owns nothing and can create nothing", async () => {
    if (!server) throw new Error("not started");
    await expect(query(server.appUrl, "CREATE TABLE public.mine (id int)")).rejects.toThrow("permission denied");
    await expect(query(server.appUrl, "CREATE ROLE other")).rejects.toThrow("permission denied");
    expect(await query(server.appUrl, "SELECT pg_has_role('caresync_app', 'USAGE') AS member")).toEqual([
      { member: true },
    ]);
  });

  it("loses nothing that was committed when it is killed", async () => {
    if (!server) throw new Error("not started");
    await query(server.ownerUrl, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1), (2)");
    process.kill(server.pid, "SIGKILL");
    await server.exited;
    server = await start();
    expect(await query(server.ownerUrl, "SELECT sum(n)::int AS sum FROM kept")).toEqual([{ sum: 3 }]);
  });

  it("takes over from a server that outlived its launcher", async () => {
    const outlived = server;
    server = await start();
    await outlived?.exited;
    expect(server.pid).not.toBe(outlived?.pid);
    expect(await query(server.ownerUrl, "SELECT count(*)::int AS rows FROM kept")).toEqual([{ rows: 2 }]);
  });

  it("tells other commands where it runs, and with which login, while it does", async () => {
    if (!server) throw new Error("not started");
    expect(embeddedAppUrl(dataDir)).toBe(server.appUrl);
    await server.stop();
    expect(() => embeddedAppUrl(dataDir)).toThrow("CareSync is not running from this folder");
    server = await start();
  });

  it("takes another port when its own is held by someone else", async () => {
    await server?.stop();
    // A port of this test's own: the one PostgreSQL has just left may be another test's by now.
    const { port: former, free } = await holdPort();
    server = await startEmbeddedPostgres({ dataDir, formerPort: former, settings: { shared_buffers: "16MB" } });
    await free();
    expect(server.port).not.toBe(former);
    expect(await query(server.ownerUrl, "SELECT count(*)::int AS rows FROM kept")).toEqual([{ rows: 2 }]);
  });

  it("appends to its log at each start, and rotates a long one", async () => {
    const log = join(dataDir, "postgres.log");
    const written = readFileSync(log, "utf8");
    expect(written.match(/ready to accept connections/g)?.length).toBeGreaterThan(2);
    await server?.stop();
    appendFileSync(log, "x".repeat(6 * 1024 ** 2));
    server = await start();
    expect(statSync(log).size).toBeLessThan(100_000);
    expect(statSync(`${log}.1`).size).toBeGreaterThan(6_000_000);
  });

  it("refuses a fixed port that is taken, in one sentence", async () => {
    await server?.stop();
    server = undefined;
    const { port, free } = await holdPort();
    await expect(start(port)).rejects.toThrow("is taken");
    await free();
  });
});
