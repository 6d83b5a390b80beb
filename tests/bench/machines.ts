import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Databases, Pooler } from "./machines/databases";
import { Load, type Tally } from "./machines/ledger";
import { cut, heal, makeNetwork, nameDatabase, removeNetwork } from "./machines/network";
import { BASE_URL, SETTINGS, Site, WEB_MACHINES } from "./machines/site";
import { say } from "@/scripts/process/say";

const PEOPLE = 4;
/** How long each thing is watched afterwards. */
const WATCHED_MS = Number(process.env.BENCH_WATCHED_MS ?? 20_000);
const NEEDED = ["ip", "nginx", "pgbouncer", "setpriv"];

/**
 * Two web servers, two workers, a pooler, a primary with a replica and a channels server, each on a machine of its own (a network
 * namespace), under load: a machine is lost, the primary fails over, a release is rolled out. Needs root, and from Debian iproute2,
 * nginx and pgbouncer.
 */
export async function benchMachines(): Promise<void> {
  const missing = NEEDED.filter((name) => spawnSync("which", [name]).status !== 0);
  if (process.getuid?.() !== 0 || missing.length > 0) {
    say(`machines: left out, it needs root${missing.length > 0 ? ` and ${missing.join(", ")}` : ""}`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "caresync-machines-"));
  makeNetwork();
  const databases = new Databases(folder);
  const pooler = new Pooler(folder);
  const site = new Site(folder, databases, pooler);
  try {
    await databases.make();
    pooler.point(databases);
    pooler.start();
    site.startHub();
    for (const machine of WEB_MACHINES) site.startMachine(machine);
    site.startBalancer();
    for (const machine of WEB_MACHINES) await site.ready(machine);
    await runScenarios(databases, pooler, site);
  } finally {
    await site.stop();
    await pooler.stop();
    await databases.stop();
    removeNetwork();
    if (process.env.BENCH_KEEP === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function runScenarios(databases: Databases, pooler: Pooler, site: Site): Promise<void> {
  Object.assign(process.env, SETTINGS, { DATABASE_URL: databases.url("app") });
  const { makeDoctors, makePatients } = await import("./people");
  const people = await makePatients(PEOPLE);
  const load = new Load(BASE_URL, people, await makeDoctors(PEOPLE));
  await (await import("@/lib/platform/db/db")).closeDb();
  load.start();
  const scenario = async (name: string, happens: () => Promise<string | void>) => {
    load.take();
    const told = await happens();
    await sleep(WATCHED_MS);
    report(name, load.take(), told ?? "");
    await checkLedger(databases, load);
  };
  const failOver = async () => {
    const began = performance.now();
    await databases.kill();
    await databases.promote();
    const promoted = performance.now();
    nameDatabase(databases.primary, databases.replica);
    pooler.point(databases);
    return `promoted after ${seconds(promoted - began)}`;
  };
  await sleep(5_000); // the first requests pay for compiling
  await scenario("undisturbed", () => Promise.resolve());
  await scenario("a machine's cable is pulled", async () => {
    cut("two");
    await sleep(WATCHED_MS);
  });
  await scenario("and put back", () => Promise.resolve(void heal("two")));
  await scenario("a machine loses its power", () => site.stopMachine("one", "SIGKILL"));
  await scenario("and is started again", async () => {
    site.startMachine("one");
    await site.ready("one");
  });
  await scenario("rolled out, one machine after the other", async () => {
    const told = await migrate(databases);
    for (const machine of WEB_MACHINES) {
      await site.stopMachine(machine, "SIGTERM");
      site.startMachine(machine);
      await site.ready(machine);
    }
    return told;
  });
  await databases.waitForReplica(true);
  await scenario("the primary dies, commits wait for the replica", failOver);
  await databases.follow();
  await scenario("the primary dies, commits don't wait", failOver);
  await load.stop();
}

async function migrate(databases: Databases): Promise<string> {
  const began = performance.now();
  const { migrateDatabase } = await import("@/scripts/migrate");
  await migrateDatabase(databases.url("owner"));
  return `migrations in ${seconds(performance.now() - began)}`;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

function report(name: string, tally: Tally, told: string): void {
  const failures = Object.entries(tally.failures).map(([what, count]) => `${count} × ${what}`);
  say(
    `${name}: ${tally.writes} bookings and ${tally.reads} reads answered, ${failures.length > 0 ? `attempts that failed and were made again: ${failures.join(", ")}` : "no attempt failed"}, ` +
      `made without an answer ${tally.unanswered}, given up ${tally.givenUp}, longest time without a booking ${seconds(tally.longestPauseMs)}, p95 ${tally.p95Ms.toFixed(0)} ms${told ? `, ${told}` : ""}`,
  );
}

type Kept = { id: string; doctorId: string; patientId: string; startsAt: Date };

/** Compares what was promised with what there is, and waits until what follows from it is done. */
async function checkLedger(databases: Databases, load: Load): Promise<void> {
  const promised = [...load.promised];
  const rows = await databases.ask<Kept>(
    `SELECT "id", "doctorId", "patientId", "startsAt" FROM "Appointment" WHERE "status" <> 'HELD'`,
  );
  const kept = new Map(rows.map((row) => [row.id, row]));
  const lost = promised.filter(({ id, doctorId, patientId, start }) => {
    const row = kept.get(id);
    return row?.doctorId !== doctorId || row.patientId !== patientId || row.startsAt.getTime() !== Date.parse(start);
  });
  const own = new Set(rows.map((row) => `${row.doctorId} ${row.patientId} ${row.startsAt.toISOString()}`));
  const strange = load.unanswered.filter(
    ({ doctorId, patientId, start }) => !own.has(`${doctorId} ${patientId} ${new Date(start).toISOString()}`),
  );
  const twice = promised.length - new Set(promised.map(({ id }) => id)).size;
  const began = performance.now();
  const backlog = async () => {
    const [row] = await databases.ask<{ late: number; locked: number }>(
      `SELECT (SELECT count(*)::int FROM "EventDelivery" d JOIN "DomainEvent" e USING ("position") WHERE e."occurredAt" < now() - interval '5 seconds') AS late,
        (SELECT count(*)::int FROM graphile_worker._private_jobs WHERE locked_at < now() - interval '5 seconds') AS locked`,
    );
    return (row?.late ?? 0) + (row?.locked ?? 0);
  };
  let left = await backlog();
  for (; left > 0 && performance.now() - began < 60_000; left = await backlog()) await sleep(250);
  say(
    `  of ${promised.length} promised bookings ${lost.length} lost and ${twice} twice, of ${load.unanswered.length} without an answer ${strange.length} not theirs; events and jobs caught up ` +
      (left > 0 ? `not within a minute: ${left} left` : `${seconds(performance.now() - began)} later`),
  );
}
