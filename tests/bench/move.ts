import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { DATABASE } from "@/scripts/embedded/roles";
import { fillAppointments, told, watched } from "./export";
import { runAlone, withOwnDatabase } from "./own-process";
import { say } from "@/scripts/process/say";

const ROWS = 300_000;
const THERE = "there";
const MEGABYTE = 1024 * 1024;

export const benchMove = (): Promise<void> => runAlone(import.meta.url);

/** Measures how many rows a second a hospital's export and import take, and how much memory meanwhile. */
async function measure(): Promise<void> {
  await withOwnDatabase(async (postgres, dataDir) => {
    process.env.FILES_DIR = join(dataDir, "files");
    const folder = mkdtempSync(join(tmpdir(), "caresync-bench-move-"));
    await makeEmpty(postgres.adminUrl);
    const [here, there] = [await connect(postgres.adminUrlOf(DATABASE)), postgres.adminUrlOf(THERE)];
    const [{ createCast }, { exportHospital }, { importHospital }, { closeDb }] = [
      await import("@/tests/support/actors"),
      await import("@/scripts/move/export-hospital"),
      await import("@/scripts/move/import-hospital"),
      await import("@/lib/platform/db/db"),
    ];
    const { hospital, doctor } = await createCast();
    await fillAppointments(postgres.adminUrlOf(DATABASE), hospital.id, doctor.doctorId, ROWS);
    await closeDb();
    const given = { path: join(folder, "hospital.csh"), passphrase: "sixteen letters at least" };
    let rows = 0;
    const written = await watched(async () => {
      const { manifest } = await exportHospital(here, { hospitalId: hospital.id, ...given });
      rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
    });
    say(`a hospital of ${rows} rows, ${(statSync(given.path).size / MEGABYTE).toFixed(0)} MB`);
    say(`  exported: ${told(rows, written)}`);
    await closeDb();
    const target = await connect(there);
    const read = await watched(async () => void (await importHospital(target, { ...given, linked: [] })));
    say(`  imported and compared: ${told(rows, read)}`);
    await Promise.all([here.end(), target.end(), closeDb()]);
    rmSync(folder, { recursive: true, force: true });
  });
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** A second database, migrated and empty. */
async function makeEmpty(adminUrl: string): Promise<void> {
  const admin = await connect(adminUrl);
  await admin.query(`CREATE DATABASE ${THERE} TEMPLATE ${DATABASE}`);
  await admin.end();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await measure();
