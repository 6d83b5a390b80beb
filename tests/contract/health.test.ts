import { once } from "node:events";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { GET as live } from "@/app/api/health/live/route";
import { GET as ready } from "@/app/api/health/ready/route";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { startChannelsServer } from "@/lib/platform/realtime/server/start-channels-server";
import { rulesRelease } from "@/lib/platform/time/rules-release";

describe("the health endpoints", () => {
  const request = (path: string) => new Request(`http://localhost:3000/api/health/${path}`);

  it("report live without asking anyone", async () => {
    const answer = await live(request("live"));
    expect([answer.status, await answer.json()]).toEqual([200, { status: "live" }]);
  });

  it("report ready when the database is reachable and migrated, with their lags", async () => {
    const answer = await ready(request("ready"));
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as Record<string, unknown>;
    expect(body).toMatchObject({
      outboxLagSeconds: 0,
      queueLagSeconds: 0,
      jobs: { waiting: 0, running: 0, exhausted: 0 },
      backups: null,
      timeZones: rulesRelease(),
    });
    expect(body.migrations).toBeGreaterThan(0);
  });

  it("stay available and name what is down: the worker or the channels server", async () => {
    const told = async () => (await (await ready(request("ready"))).json()) as Record<string, unknown>;
    expect(await told()).toMatchObject({ status: "degraded", missing: ["live-updates", "background-work"] });
    await db.jobWorker.create({ data: { id: "worker-of-the-test" } });
    expect(await told()).toMatchObject({ status: "degraded", missing: ["live-updates"] });
    const { appId: id, key, secret, port: nobodysPort } = config.pusher;
    const channels = await startChannelsServer({ host: "127.0.0.1", port: 0, apps: [{ id, key, secret }] });
    config.pusher.port = channels.port;
    expect(await told()).toMatchObject({ status: "ready", missing: [] });
    await channels.close();
    const stranger = createServer().listen(0, "127.0.0.1");
    await once(stranger, "listening");
    config.pusher.port = (stranger.address() as AddressInfo).port;
    expect(await told(), "another program holds its port").toMatchObject({
      status: "degraded",
      missing: ["live-updates"],
    });
    config.pusher.port = nobodysPort;
    stranger.close();
  });

  it("count a job as late until it is done, also when locked by a dead worker or out of attempts", async () => {
    await db.$executeRaw`SELECT graphile_worker.add_job('send-password-reset', '{}', run_at => now() - interval '90 seconds')`;
    const told = async () =>
      (await (await ready(request("ready"))).json()) as { queueLagSeconds: number; jobs: unknown };
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'gone', locked_at = now()`;
    expect(await told()).toMatchObject({ jobs: { waiting: 0, running: 1, exhausted: 0 } });
    expect((await told()).queueLagSeconds).toBeGreaterThanOrEqual(90);
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = NULL, locked_at = NULL, attempts = max_attempts`;
    expect(await told()).toMatchObject({ jobs: { waiting: 0, running: 0, exhausted: 1 } });
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() + interval '6 hours'`;
    expect(await told(), "the queue puts off even what it never tries again").toMatchObject({
      jobs: { waiting: 0, running: 0, exhausted: 1 },
      queueLagSeconds: 0,
    });
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  });

  it("are degraded, and still serve, while something needs attention", async () => {
    const warnings = async () => {
      const answer = await ready(request("ready"));
      const { status, warnings } = (await answer.json()) as { status: string; warnings: string[] };
      return [answer.status, status, warnings];
    };
    await db.$executeRaw`SELECT graphile_worker.add_job('send-password-reset', '{}', run_at => now() - interval '6 minutes')`;
    expect(await warnings()).toEqual([200, "degraded", ["jobs-delayed"]]);
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
    expect(await warnings()).toEqual([200, "degraded", ["jobs-failed"]]);
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;

    config.backups.stamp = join(mkdtempSync(join(tmpdir(), "caresync-backup-")), "stamp");
    expect(await warnings(), "there has been none yet").toEqual([200, "degraded", ["backup-old"]]);
    writeFileSync(config.backups.stamp, "");
    expect((await warnings())[2]).toEqual([]);
    const hoursAgo = (hours: number) => Date.now() / 1000 - hours * 3_600;
    utimesSync(config.backups.stamp, hoursAgo(27), hoursAgo(27));
    expect(await warnings()).toEqual([200, "degraded", ["backup-old"]]);
    config.backups.stamp = undefined;

    config.backups.directory = mkdtempSync(join(tmpdir(), "caresync-backups-"));
    for (const name of ["last-backup", "last-log"]) writeFileSync(join(config.backups.directory, name), "");
    expect((await warnings())[2]).toEqual([]);
    utimesSync(join(config.backups.directory, "last-log"), hoursAgo(0.3), hoursAgo(0.3));
    expect(await warnings()).toEqual([200, "degraded", ["backup-behind"]]);
    rmSync(config.backups.directory, { recursive: true });
    config.backups.directory = undefined;
  });

  it("report not ready, as a problem, when the database is behind the release", async () => {
    const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
    await owner.connect();
    await owner.query(`UPDATE "_prisma_migrations" SET finished_at = NULL`);
    const answer = await ready(request("ready"));
    await owner.query(`UPDATE "_prisma_migrations" SET finished_at = now()`);
    await owner.end();
    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("retry-after")).toBe("5");
  });
});
