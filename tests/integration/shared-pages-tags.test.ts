import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/platform/db/pool";
import { ChangeLog } from "@/lib/platform/shared-pages/change-log";
import { openChangeReader } from "@/lib/platform/shared-pages/read-changes";
import { SHARED_PAGES } from "@/lib/site/shared-pages";
import { createPublicWorld, readPages, routesRead, type PublicWorld } from "./shared-pages-world";

/** All tables that a page of everyone's is made from; the second test finds what is missing. */
const TABLES = [
  ...[
    "Affiliation",
    "Ambulance",
    "AmbulanceBooking",
    "Appointment",
    "Bed",
    "BedBooking",
    "Department",
    "Doctor",
    "DoctorService",
  ],
  ...["DoctorSpecialty", "Hospital", "Schedule", "Service", "Specialty", "Ward", "WardClosure", "WardClosureBed"],
];
/** Behind the views of beds and vehicles, and what typed words are compared with. */
const NOT_ROWS = ["BedNow", "AmbulanceNow", "SearchWord"];

const reader = openChangeReader();
const changes = new ChangeLog(reader.read);
/** The clock stands still while pages are compared. */
const NOW = new Date();
let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await owner.connect();
});
afterAll(() => Promise.all([owner.end(), reader.close()]));

type Column = { name: string; type: string; kind: string; nullable: boolean };

/** Other values for a column, as SQL. */
async function othersFor({ name, type, kind, nullable }: Column): Promise<string[]> {
  const column = `"${name}"`;
  const more: string[] = nullable ? ["NULL"] : [];
  if (kind === "e") {
    const { rows } = await owner.query<{ label: string }>(`SELECT unnest(enum_range(NULL::"${type}"))::text AS label`);
    return [...more, ...rows.map(({ label }) => `'${label}'`)];
  }
  const byType: Record<string, string[]> = {
    text: [`${column} || 'x'`],
    citext: [`${column} || 'x'`],
    bpchar: ["'US'", "'USD'"],
    bool: [`NOT coalesce(${column}, false)`],
    timestamptz: [`coalesce(${column}, now()) + interval '1 day'`, `coalesce(${column}, now()) - interval '1 day'`],
    jsonb: ["'[]'"],
    _text: [`array_append(${column}, 'fr')`, "'{}'"],
  };
  const isNumber = /^(int|float)/.test(type);
  return [...more, ...(byType[type] ?? []), ...(isNumber ? [`coalesce(${column}, 0) + 1`] : [])];
}

async function columnsOf(table: string): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `SELECT a.attname AS name, t.typname AS type, t.typtype AS kind, NOT a.attnotnull AS nullable
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''`,
    [`"${table}"`],
  );
  return rows;
}

type Read = Awaited<ReturnType<typeof readPages>>;
type Looked = { after: Read; isSeen: boolean; outdated: string[] };

/** Makes a change, and tells on which pages something other than before is, though they would still be shown. */
async function lookAfter(world: PublicWorld, before: Read, change: string): Promise<Looked> {
  const { number: since } = await changes.caughtUp();
  // What a trigger or a constraint refuses has changed nothing.
  const { rowCount } = await owner.query(change).catch(() => ({ rowCount: 0 }));
  if (!rowCount) return { after: before, isSeen: false, outdated: [] };
  await changes.caughtUp();
  const after = await readPages(world, NOW);
  const differing = before.filter(({ text }, nth) => text !== after[nth]!.text);
  const outdated = differing.filter(({ tags }) => changes.isCurrent(since, tags));
  return { after, isSeen: differing.length > 0, outdated: outdated.map(({ route }) => `${route} after ${change}`) };
}

async function newWorld() {
  await owner.query(`TRUNCATE "Doctor", "Hospital", "Specialty" CASCADE`);
  const world = await createPublicWorld();
  return { world, read: await readPages(world, NOW) };
}

/** Changes each column of a table until a page shows it; returns what would have been shown out of date, and whether any did. */
async function lookAtTable(table: string): Promise<{ outdated: string[]; isSeen: boolean }> {
  const outdated: string[] = [];
  let isSeen = false;
  let { world, read } = await newWorld();
  const look = async (change: string) => {
    const found = await lookAfter(world, read, change);
    outdated.push(...found.outdated);
    read = found.after;
    if (found.isSeen) isSeen = true;
    if (found.isSeen) ({ world, read } = await newWorld());
    return found.isSeen;
  };
  const columns = await columnsOf(table);
  // Guards ask for it.
  const raised = columns.some(({ name }) => name === "version") ? `, "version" = "version" + 1` : "";
  for (const column of columns.filter(({ name }) => name !== "version")) {
    for (const other of await othersFor(column)) {
      if (await look(`UPDATE "${table}" SET "${column.name}" = ${other}${raised}`)) break;
    }
  }
  await look(`DELETE FROM "${table}"`);
  return { outdated, isSeen };
}

describe("pages that are the same for everyone", () => {
  it.each(TABLES)("are out of date as soon as anything of %s on them has changed", async (table) => {
    expect(await lookAtTable(table)).toEqual({ outdated: [], isSeen: true });
  });

  it("are made from no other tables", async () => {
    const world = await createPublicWorld();
    const texts = new Set<string>();
    const { query } = pg.Client.prototype;
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
      const [first] = args as [string | { text?: string }];
      texts.add(typeof first === "string" ? first : (first.text ?? ""));
      return (query as (...args: unknown[]) => unknown).apply(this, args);
    } as typeof query;
    try {
      await readPages(world, new Date());
    } finally {
      pg.Client.prototype.query = query;
    }
    const named = [...texts].flatMap((text) =>
      [...text.matchAll(/(?:FROM|JOIN)\s+(?:"public"\.)?"([A-Z]\w*)"/g)].map(([, name]) => name!),
    );
    const unknown = [...new Set(named)].filter((name) => !TABLES.includes(name) && !NOT_ROWS.includes(name));
    expect(pool().totalCount).toBeGreaterThan(0);
    expect(unknown).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(["Doctor", "Hospital", "Appointment", "BedNow"]));
  });

  it("are all compared", async () => {
    expect(routesRead(await createPublicWorld())).toEqual(SHARED_PAGES.map(({ route }) => route));
  });

  it("stay as they are when only other doctors and hospitals change", async () => {
    const [one, other] = [await createPublicWorld(), await createPublicWorld()];
    const { number: since } = await changes.caughtUp();
    await owner.query(
      `UPDATE "Appointment" SET "status" = 'CANCELLED', "endedAt" = now(), "version" = "version" + 1 WHERE "doctorId" = $1`,
      [other.doctor.id],
    );
    await owner.query(`UPDATE "Bed" SET "state" = 'OUT_OF_SERVICE', "stateReason" = 'x' WHERE "hospitalId" = $1`, [
      other.hospital.id,
    ]);
    await changes.caughtUp();
    expect(changes.isCurrent(since, ["directory", `doctor:${one.doctor.id}`, `hospital:${one.hospital.id}`])).toBe(
      true,
    );
    expect(changes.isCurrent(since, [`doctor:${other.doctor.id}`])).toBe(false);
    expect(changes.isCurrent(since, [`hospital:${other.hospital.id}`])).toBe(false);
  });
});
