import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { GET as listDoctors } from "@/app/api/doctors/route";
import { searchDoctors } from "@/lib/domain/directory/queries";
import { getDoctorProfile } from "@/lib/domain/doctors/queries";
import { listHospitalDoctors } from "@/lib/domain/hospitals/queries";
import { searchHospitals } from "@/lib/domain/hospitals/search-hospitals";
import { listServices, listSpecialties } from "@/lib/domain/services/queries";
import { config } from "@/lib/platform/config/config";
import { closeDb, db } from "@/lib/platform/db/db";
import { isReplicaCurrent, replicaMoment, replicaPool, watchReplica } from "@/lib/platform/db/replica";
import { hasMissed } from "@/lib/platform/events/missed";
import { sealPosition } from "@/lib/platform/events/position";
import { withRequestContext } from "@/lib/platform/log/request-context";
import { withPageNotes } from "@/lib/platform/page-notes/page-notes";
import { withPosition } from "@/lib/platform/page-notes/page-position";
import { startMetrics } from "@/lib/platform/metrics/instruments";
import { renderMetrics } from "@/lib/platform/metrics/render-metrics";
import { clusterDirOf } from "@/scripts/embedded/cluster";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "@/scripts/embedded/postgres";
import { migrateDatabase } from "@/scripts/migrate";
import { createDoctor, createHospital } from "@/tests/support/factories";
import { startStandby, type Standby } from "@/tests/support/standby";
import { query } from "./backup-harness";
import { draft } from "./stored-events";

const SMALL = { shared_buffers: "16MB", fsync: "off", max_connections: "60", unix_socket_directories: "" };

const folder = mkdtempSync(join(tmpdir(), "caresync-replica-"));
const before = { ...config.database };
let primary: EmbeddedPostgres;
let standby: Standby;
let watch: { stop(): Promise<void> } | undefined;
let doctor: { id: string };
let hospital: { id: string };

beforeAll(async () => {
  chmodSync(folder, 0o755);
  primary = await startEmbeddedPostgres({ dataDir: folder, settings: SMALL });
  await migrateDatabase(primary.ownerUrl);
  standby = await startStandby(
    { adminUrl: primary.adminUrl, cluster: clusterDirOf(folder) },
    { folder, settings: SMALL },
  );
  const replicaUrl = new URL(primary.appUrl);
  replicaUrl.port = String(standby.port);
  await closeDb();
  Object.assign(config.database, { url: primary.appUrl, directUrl: primary.appUrl, replicaUrl: replicaUrl.href });
  hospital = await createHospital();
  ({ doctor } = await createDoctor({ hospitalId: hospital.id, over: { name: "Anneke before" } }));
  startMetrics("web");
  watch = watchReplica();
  await isBack();
});
afterAll(async () => {
  await watch?.stop();
  await closeDb();
  Object.assign(config.database, before);
  await standby.stop();
  await primary.stop();
  rmSync(folder, { recursive: true });
});

async function isBack(): Promise<void> {
  await vi.waitFor(() => expect(isReplicaCurrent()).toBe(true), { timeout: 30_000, interval: 50 });
}
const isAway = () => vi.waitFor(() => expect(isReplicaCurrent()).toBe(false), { timeout: 30_000, interval: 50 });

/** Reads by the server that answered, as they are counted. */
async function counts(): Promise<Record<string, number>> {
  const text = (await renderMetrics())!;
  const of = (server: string) =>
    Number(new RegExp(`^caresync_published_reads_total\\{server="${server}",.*\\} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  return { replica: of("replica"), primary: of("primary"), retried: of("retried") };
}
/** Which servers answered what `read` asked. */
async function serversOf(read: () => Promise<unknown>): Promise<string[]> {
  const first = await counts();
  await read();
  const then = await counts();
  return Object.keys(then).filter((server) => then[server]! > first[server]!);
}
const rename = (name: string) => db.doctor.update({ where: { id: doctor.id }, data: { name } });
const nameShown = async () => (await getDoctorProfile({ id: doctor.id })).name;

it("answers the directory, profiles, services and their lists", async () => {
  const reads = [
    () => searchDoctors({ sort: "relevance", q: "anneke" }, { limit: 5 }),
    () => getDoctorProfile({ id: doctor.id }),
    () => searchHospitals({}, { limit: 5 }),
    () => listHospitalDoctors(hospital.id, { limit: 5 }),
    () => listServices({}, { limit: 5 }),
    () => listSpecialties(),
    () => listDoctors(new Request("http://localhost:3000/api/doctors")),
  ];
  for (const read of reads) expect(await serversOf(read)).toEqual(["replica"]);
});

it("asks the replica for nothing that decides: free times and what a person has come from the primary", async () => {
  const asked: string[] = [];
  const plain = replicaPool().query.bind(replicaPool()) as (...args: unknown[]) => unknown;
  const spy = vi.spyOn(replicaPool(), "query").mockImplementation(((statement: unknown, ...rest: unknown[]) => {
    asked.push(typeof statement === "string" ? statement : (statement as { text: string }).text);
    return plain(statement, ...rest);
  }) as never);
  await searchDoctors({ sort: "relevance", q: "anneke" }, { limit: 5 });
  await getDoctorProfile({ id: doctor.id });
  await listHospitalDoctors(hospital.id, { limit: 5 });
  await listServices({}, { limit: 5 });
  spy.mockRestore();
  const tables = new Set(
    asked.flatMap((text) => [...text.matchAll(/(?:FROM|JOIN) (?:"public"\.)?"(\w+)"/g)].map(([, name]) => name)),
  );
  expect(tables).toContain("Doctor");
  expect([...tables].filter((name) => /Appointment|Hold|User|Patient|Session/.test(name!))).toEqual([]);
});

it("a request that follows a change, or whose sender is known, reads from the primary", async () => {
  const follows = { requestId: "test", route: "/doctors/[slug]", actorId: null, isUpToDate: true };
  expect(await serversOf(() => withRequestContext(follows, nameShown))).toEqual(["primary"]);
  const known = { headers: { cookie: "caresync.session=none" } };
  const asked = () => listDoctors(new Request("http://localhost:3000/api/doctors", known));
  expect(await serversOf(asked)).toEqual(["primary"]);
});

it("is not asked for a page that is kept for others", async () => {
  const kept = async () => {
    const reading: Promise<string>[] = [];
    withPageNotes(() => reading.push(nameShown()));
    await Promise.all(reading);
  };
  expect(await serversOf(kept)).toEqual(["primary"]);
});

it("is not asked for a page that says it has seen more", async () => {
  const readAs = (mayLag: boolean) => async () => {
    const reading: Promise<string>[] = [];
    withPosition(
      () => "",
      mayLag,
      () => reading.push(nameShown()),
    );
    await Promise.all(reading);
  };
  expect(await serversOf(readAs(true))).toEqual(["replica"]);
  expect(await serversOf(readAs(false))).toEqual(["primary"]);
});

it("has everything up to the moment that a page says which may be read from it, and no more is said", async () => {
  await query(standby.adminUrl, "SELECT pg_wal_replay_pause()");
  const entry = `test:${crypto.randomUUID()}`;
  await inTransaction(SYSTEM_ACTOR, (tx) =>
    recordChange(tx, SYSTEM_ACTOR, null, [{ ...draft(crypto.randomUUID()), audience: [entry as "admin"] }]),
  );
  // As long as it may be read, it is as of before; then not at all.
  while (replicaMoment()) {
    const moment = replicaMoment();
    if (moment) expect(await hasMissed(sealPosition(moment), [entry])).toBe(true);
    await sleep(50);
  }
  await query(standby.adminUrl, "SELECT pg_wal_replay_resume()");
  await isBack();
  await vi.waitFor(async () => expect(await hasMissed(sealPosition(replicaMoment()!), [entry])).toBe(false), 10_000);
});

it("is left out while it lags, and asked again once it has caught up", async () => {
  await query(standby.adminUrl, "SELECT pg_wal_replay_pause()");
  await rename("Anneke after");
  await isAway();
  expect(await serversOf(nameShown)).toEqual(["primary"]);
  expect(await nameShown()).toBe("Anneke after");
  await query(standby.adminUrl, "SELECT pg_wal_replay_resume()");
  await isBack();
  expect(await serversOf(nameShown)).toEqual(["replica"]);
  expect(await nameShown()).toBe("Anneke after");
});

it("no read fails when it is killed in the middle, and it is asked again once it is back", async () => {
  const names: Promise<string>[] = [];
  const read = async (ms: number) => {
    for (const end = performance.now() + ms; performance.now() < end; await sleep(10)) names.push(nameShown());
  };
  const reading = read(1_000);
  process.kill(standby.pid, "SIGQUIT");
  await reading;
  await isAway();
  expect(await serversOf(nameShown)).toEqual(["primary"]);
  await standby.stop();
  await standby.start();
  await isBack();
  expect(await serversOf(nameShown)).toEqual(["replica"]);
  const failed = (await Promise.allSettled(names)).filter(({ status }) => status === "rejected");
  expect([names.length > 10, failed]).toEqual([true, []]);
});

it("once promoted it is a replica no more", async () => {
  await query(standby.adminUrl, "SELECT pg_promote()");
  await isAway();
  expect(await serversOf(nameShown)).toEqual(["primary"]);
});
