import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backUp, keepUp } from "@/scripts/backup/round";
import { restoreBeside, restoreInPlace } from "@/scripts/backup/restore";
import { listManifests } from "@/scripts/backup/manifest";
import { prune } from "@/scripts/backup/prune";
import { filePlace } from "@/scripts/backup/store";
import { verifyAll } from "@/scripts/backup/verify";
import { backUpBeforeUpgrade } from "@/scripts/launcher/upgrade";
import { startEmbeddedPostgres } from "@/scripts/embedded/postgres";
import { DATABASE } from "@/scripts/embedded/roles";
import { migrateDatabase } from "@/scripts/migrate";
import { archiveNow, databaseUrl, everyRow, installation, type Installation, KEY_TEXT } from "./backup-harness";
import { moment, query } from "./backup-harness";

const FILE = "0199aaaa-0000-7000-8000-00000000abcd";
const ENTRIES = 300;

let site: Installation;
/** What was there at the moment to restore. */
let wanted: Record<string, string>;
let at: Date;

const run = promisify(execFile);

/** As an operator does, with the application's login. */
const verifyAudit = async () => {
  const env = { ...process.env, DATABASE_URL: site.server.appUrl, MIGRATION_DATABASE_URL: "" };
  return (await run(process.execPath, ["--import", "tsx", "scripts/verify-audit.ts"], { env })).stdout;
};

const audit = (action: string) => `
  SELECT set_config('app.actor', 'system', false);
  INSERT INTO "AuditEntry" ("action", "subject", "subjectId", "via", "requestId", "details")
  SELECT '${action}', 'appointment', gen_random_uuid(), 'system', gen_random_uuid()::text, '{"as": "system"}'
  FROM generate_series(1, ${ENTRIES})`;

const seal = async () => {
  const env = { ...process.env, DATABASE_URL: site.server.appUrl };
  const code = `import("@/lib/domain/audit/seal-audit").then((m) => m.sealAudit()).then(() => process.exit(0))`;
  await run(process.execPath, ["--import", "tsx", "-e", code], { env });
};

beforeAll(async () => {
  site = await installation();
  await migrateDatabase(site.server.ownerUrl);
  await query(databaseUrl(site), audit("appointment.confirmed"));
  await seal();
});
afterAll(() => site?.remove());

describe("the backups of the embedded database", () => {
  it("are made while it is written to, and read back", async () => {
    const folder = join(site.filesDir, FILE.slice(-2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, FILE), "encrypted already");
    const [manifest] = await Promise.all([
      backUp(site.store, site.sources, 7),
      ...Array.from({ length: 5 }, () => query(databaseUrl(site), audit("appointment.requested"))),
    ]);
    expect(manifest.content.files).toBeGreaterThan(1_000);
    expect(manifest.storedFiles).toBe(1);
  });

  it("know every later change once the log has been moved", async () => {
    await query(databaseUrl(site), audit("appointment.cancelled"));
    await seal();
    await query(
      databaseUrl(site),
      `INSERT INTO "StoredFile" ("id", "keyId", "wrappedKey") VALUES ('${FILE}', 'k', decode(repeat('00', 60), 'hex'))`,
    );
    wanted = await everyRow(databaseUrl(site));
    at = await moment(databaseUrl(site));
    expect(await verifyAudit()).toContain("whole and unchanged");
    expect(wanted["public.AuditEntry"]).toMatch(new RegExp(`^${7 * ENTRIES} rows`));
  });

  it("bring back every row and the audit trail's chain after a table was emptied", async () => {
    await query(
      databaseUrl(site),
      `SET session_replication_role = replica; TRUNCATE "AuditSeal", "AuditEntry"; DELETE FROM "StoredFile"`,
    );
    await archiveNow(site);
    await keepUp(site.store, site.sources);
    rmSync(join(site.filesDir, FILE.slice(-2), FILE));
    await site.server.stop();
    const { files, aside } = await restoreInPlace(site.store, site.dataDir, site.filesDir, at);
    await site.start();
    expect(await everyRow(databaseUrl(site))).toEqual(wanted);
    expect(await verifyAudit()).toContain("whole and unchanged");
    expect(files).toEqual({ restored: 1, present: 0, missing: 0 });
    expect(readFileSync(join(site.filesDir, FILE.slice(-2), FILE), "utf8")).toBe("encrypted already");
    expect(existsSync(aside ?? "")).toBe(true);
  });

  it("lose nothing when the server is killed and its folder is damaged, as long as its log is there", async () => {
    await backUp(site.store, site.sources, 7);
    await query(databaseUrl(site), audit("appointment.completed"));
    wanted = await everyRow(databaseUrl(site));
    process.kill(site.server.pid, "SIGKILL");
    await site.server.exited;
    rmSync(join(site.dataDir, "postgres", "base"), { recursive: true });
    await restoreInPlace(site.store, site.dataDir, site.filesDir, undefined);
    // As if it had been killed in its last step.
    renameSync(join(site.dataDir, "postgres"), join(site.dataDir, "postgres.ready"));
    await site.start();
    expect(await everyRow(databaseUrl(site))).toEqual(wanted);
  });

  it("go on after a restore, on a line of their own, and everything in them opens", async () => {
    await backUp(site.store, site.sources, 7);
    const manifests = await listManifests(site.store);
    expect(manifests.map(({ wal }) => wal?.start.segment.slice(0, 8))).toEqual(["00000001", "00000002", "00000003"]);
    expect(await verifyAll(site.store, manifests)).toMatchObject({ faults: [], files: 1 });
  });

  it("say what in them is damaged, and restore nothing beyond their end", async () => {
    const { path } = filePlace(site.store, FILE.slice(-2), FILE);
    const whole = readFileSync(path);
    writeFileSync(path, Buffer.concat([whole.subarray(0, -1), Buffer.from([whole.at(-1)! ^ 1])]));
    const { faults } = await verifyAll(site.store, await listManifests(site.store));
    expect(faults).toEqual([expect.stringContaining(FILE)]);
    writeFileSync(path, whole);
    const folder = join(site.dataDir, "too-late");
    await expect(restoreBeside(site.store, folder, new Date())).rejects.toThrow("The backups don't reach that far");
    expect(readdirSync(folder)).toEqual(["restore.log"]);
    await expect(restoreBeside(site.store, folder, new Date("2026-01-01"))).rejects.toThrow("The oldest backup is of");
  });

  it("restore beside it, while it runs", async () => {
    const folder = join(site.dataDir, "beside");
    await restoreBeside(site.store, folder, at);
    const beside = await startEmbeddedPostgres({ dataDir: folder, settings: { shared_buffers: "16MB" } });
    const rows = await everyRow(beside.adminUrlOf(DATABASE));
    await beside.stop();
    expect(rows["public.AuditEntry"]).toMatch(new RegExp(`^${7 * ENTRIES} rows`));
    expect(readFileSync(join(folder, "files", FILE.slice(-2), FILE), "utf8")).toBe("encrypted already");
  });

  it("are made before an upgrade, and not at any other start", async () => {
    const given: NodeJS.ProcessEnv = { NODE_ENV: "test", DATA_DIR: site.dataDir, BACKUP_KEY: KEY_TEXT };
    const { length } = await listManifests(site.store);
    await backUpBeforeUpgrade(site.server.ownerUrl, given);
    expect(await listManifests(site.store)).toHaveLength(length);
    const setBack = (to: string) =>
      query(
        databaseUrl(site),
        `UPDATE "_prisma_migrations" SET rolled_back_at = ${to} WHERE migration_name ~ '_core$'`,
      );
    await setBack("now()");
    await backUpBeforeUpgrade(site.server.ownerUrl, given);
    await setBack("NULL");
    expect(await listManifests(site.store)).toHaveLength(length + 1);
  });

  it("are whole after older ones were removed by rule", async () => {
    const inTenDays = new Date(Date.now() + 10 * 86_400_000);
    await prune(site.store, inTenDays, 7);
    const manifests = await listManifests(site.store);
    expect(manifests.length).toBeLessThan(3);
    expect(await verifyAll(site.store, manifests)).toMatchObject({ faults: [] });
  });
});
