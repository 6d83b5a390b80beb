import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { beforeAll, expect, it, vi } from "vitest";
import { GET as ready } from "@/app/api/health/ready/route";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
// The metrics of the worker and of a replica, too.
import "@/lib/composition/start-background";
import "@/lib/platform/db/published";
import { countWeb } from "@/lib/composition/start-counting";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { pool } from "@/lib/platform/db/pool";
import { startRelay } from "@/lib/platform/events/relay";
import { startWorker } from "@/lib/platform/jobs/worker";
import { renderMetrics } from "@/lib/platform/metrics/render-metrics";
import { measureSite } from "@/lib/composition/measure-site";
import { countRefused, measureChannels } from "@/lib/platform/realtime/server/measure";
import { rulesRelease } from "@/lib/platform/time/rules-release";
import { mailDraft, queue } from "./messages-harness";
import { draft } from "./stored-events";

/** That each alert fires on such values, docs/monitoring/alerts.test.yml shows; here the conditions are made. */
const site = async (name: string, label = "") => {
  const reading = (await measureSite()).find((one) => one.name === `caresync_${name}`);
  return reading?.values.find(({ labels = {} }) => Object.values(labels).join() === label)?.value;
};
const counted = async (series: RegExp) => Number((await renderMetrics())?.match(series)?.[1] ?? 0);

const backups = mkdtempSync(join(tmpdir(), "caresync-backups-"));
let owner: pg.Client;
beforeAll(async () => {
  config.metrics.token = "only-for-tests-only-for-tests-metrics";
  config.backups.stamp = "/nowhere/absent";
  config.backups.directory = backups;
  writeFileSync(join(backups, "last-log"), "");
  countWeb();
  measureChannels([]);
  owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await owner.connect();
  return async () => {
    rmSync(backups, { recursive: true });
    await owner.end();
  };
});

it("every metric that an alert or a panel names is exported", async () => {
  const exported = new Set(Array.from((await renderMetrics())!.matchAll(/^# TYPE (\w+) /gm), ([, name]) => name));
  const named = ["alerts.yml", "alerts.test.yml", "dashboard.json"].flatMap((file) =>
    Array.from(
      readFileSync(`docs/monitoring/${file}`, "utf8").matchAll(/\b(caresync|nodejs|process)_[a-z0-9_]+/g),
      ([name]) => name.replace(/_(bucket|sum|count)$/, ""),
    ),
  );
  expect(new Set(named).size).toBeGreaterThan(30);
  expect([...new Set(named)].filter((name) => !exported.has(name))).toEqual([]);
});

it("every metric is explained in docs/monitoring", async () => {
  const text = readFileSync("docs/monitoring/README.md", "utf8");
  const own = Array.from((await renderMetrics())!.matchAll(/^# TYPE (caresync_\w+) /gm), ([, name = ""]) => name);
  const ends = (name: string) => name.split("_").map((_, at, all) => `…_${all.slice(at).join("_")}\``);
  expect(own.filter((name) => !text.includes(`\`${name}\``) && !ends(name).some((end) => text.includes(end)))).toEqual(
    [],
  );
});

it("a job that has failed for good, and one that is late", async () => {
  expect([await site("jobs_exhausted"), await site("jobs_lag_seconds")]).toEqual([0, 0]);
  const worker = startWorker({
    tasks: {
      fails: () => Promise.reject(new Error("on purpose")),
    },
  });
  await db.$executeRaw`SELECT graphile_worker.add_job('fails', '{}', max_attempts => 1)`;
  await vi.waitFor(async () => expect(await site("jobs_exhausted")).toBe(1), { timeout: 10_000, interval: 100 });
  await worker.stop();
  expect(await counted(/^caresync_jobs_total\{job="fails",result="failed",process="web"\} (\d+)$/m)).toBe(1);
  await db.$executeRaw`SELECT graphile_worker.add_job('late', '{}', run_at => now() - interval '6 minutes')`;
  expect([await site("jobs_due"), (await site("jobs_lag_seconds"))! > 300]).toEqual([1, true]);
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

it("a relay that is stopped, until it goes on", async () => {
  await inTransaction(SYSTEM_ACTOR, (tx) => recordChange(tx, SYSTEM_ACTOR, null, [draft(randomUUID())]));
  await sleep(1_100);
  expect([(await site("relay_lag_seconds", "channels"))! >= 1, await site("relay_lag_seconds", "waitlist")]).toEqual([
    true,
    0,
  ]);
  const nothing = async () => undefined;
  const relay = startRelay({ channels: nothing, notifications: nothing, directory: nothing, waitlist: nothing });
  await vi.waitFor(async () => expect(await site("relay_lag_seconds", "channels")).toBe(0), { timeout: 10_000 });
  await relay.stop();
  expect(
    await counted(/^caresync_relay_events_total\{sink="channels",result="delivered",process="web"\} (\d+)$/m),
  ).toBeGreaterThan(0);
});

it("messages that are late, that fail, and that were given up", async () => {
  const all = ["late", "failed", "refused", "unconfigured"].map((key) =>
    mailDraft({ toAddress: "a@example.org" }, { key }),
  );
  await queue(...all);
  const set = (key: string, data: object) => db.message.update({ where: { key }, data, select: { id: true } });
  const later = new Date(Date.now() + 600_000);
  await set("late", { nextAttemptAt: new Date(Date.now() - 400_000) });
  for (const key of ["failed", "refused", "unconfigured"]) await set(key, { state: "SENDING", claimedAt: new Date() });
  await set("failed", { state: "FAILED", nextAttemptAt: later });
  await set("refused", { state: "GIVEN_UP", answer: "refused", endedAt: new Date() });
  await set("unconfigured", { state: "GIVEN_UP", answer: "not-configured", endedAt: new Date() });
  expect(await site("messages_due", "EMAIL")).toBe(1);
  expect(await site("messages_lag_seconds", "EMAIL")).toBeGreaterThan(300);
  expect([await site("messages_failed", "EMAIL"), await site("messages_given_up", "EMAIL")]).toEqual([1, 1]);
  expect([await site("messages_due", "SMS"), await site("messages_lag_seconds", "SMS")]).toEqual([0, 0]);
});

it("parts that aren't there, and a backup that was never made", async () => {
  const parts = async () =>
    Promise.all(["live-updates", "background-work", "record-keys"].map((part) => site("part_missing", part)));
  expect(await parts()).toEqual([1, 1, 0]);
  await db.jobWorker.create({ data: { id: "worker-of-the-test" } });
  expect(await parts()).toEqual([1, 0, 0]);
  expect(await site("backup_age_seconds")).toBe(Number.POSITIVE_INFINITY);
  expect(await renderMetrics()).toMatch(/^caresync_backup_age_seconds \+Inf$/m);
  const hourAgo = Date.now() / 1000 - 3_600;
  utimesSync(join(backups, "last-log"), hourAgo, hourAgo);
  expect(await site("backup_delay_seconds")).toBeGreaterThanOrEqual(3_600);
  expect(await site("time_zones_behind")).toBe(Number(rulesRelease().behind === "rules"));
});

it("a transaction that stays open", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("BEGIN");
  await sleep(1_100);
  expect(await site("database_oldest_transaction_seconds")).toBeGreaterThan(1);
  await client.query("COMMIT");
  expect(await site("database_oldest_transaction_seconds")).toBeLessThan(1);
  await client.end();
  expect((await site("database_connections"))! / (await site("database_connections_max"))!).toBeLessThan(1);
  expect(await site("database_size_bytes")).toBeGreaterThan(1_000_000);
});

it("a pool whose connections are all in use", async () => {
  const taken = await Promise.all(Array.from({ length: pool().options.max }, () => pool().connect()));
  const waiting = pool().connect();
  expect(await counted(/^caresync_database_pool_waiting\{process="web"\} (\d+)$/m)).toBe(1);
  taken.forEach((client) => client.release());
  (await waiting).release();
  expect(await counted(/^caresync_database_pool_waiting\{process="web"\} (\d+)$/m)).toBe(0);
});

it("requests that fail, and others that are refused before any work", async () => {
  await owner.query(`UPDATE "_prisma_migrations" SET finished_at = NULL`);
  expect(await site("database_migrated")).toBe(0);
  await ready(new Request("http://localhost:3000/api/health/ready"));
  await owner.query(`UPDATE "_prisma_migrations" SET finished_at = now()`);
  const failed =
    /^caresync_http_requests_total\{route="\/api\/health\/ready",method="GET",status="503",process="web"\} 1$/m;
  expect(await renderMetrics()).toMatch(failed);
  // As scripts/server/refuse.mjs does it.
  const hook = Reflect.get(globalThis, Symbol.for("caresync.refused")) as (reason: string) => void;
  hook("busy");
  countRefused(429);
  expect(await counted(/^caresync_requests_refused_total\{reason="busy",process="web"\} (\d+)$/m)).toBe(1);
  expect(await counted(/^caresync_channels_refused_total\{status="429",process="web"\} (\d+)$/m)).toBe(1);
});

it("a database that is away: it says so, and shows nothing old", async () => {
  const state = Reflect.get(globalThis, Symbol.for("caresync.database-state")) as { isAway: boolean };
  state.isAway = true;
  const names = (await measureSite()).map(({ name }) => name);
  expect(await site("database_up")).toBe(0);
  expect(names.filter((name) => /jobs|messages|relay/.test(name))).toEqual([]);
  state.isAway = false;
  expect(await site("database_up")).toBe(1);
});
