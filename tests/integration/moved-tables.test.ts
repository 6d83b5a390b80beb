import { expect, it } from "vitest";
import { pool } from "@/lib/platform/db/pool";
import { MOVED } from "@/scripts/move/moved-tables";
import { STAYING } from "@/scripts/move/staying-tables";

const HOW =
  "Say in scripts/move whether its rows go with a hospital that moves to another installation, or why they stay.";

const rows = async <T extends object>(text: string) => (await pool().query<T>(text)).rows;
const TABLES = `c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> '_prisma_migrations'`;

it("every table of the database moves with a hospital, or stays for a reason", async () => {
  const found = await rows<{ name: string }>(`SELECT c.relname AS name FROM pg_class c WHERE ${TABLES}`);
  const names = found.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(90);
  expect(
    names.filter((name) => !(name in MOVED) && !(name in STAYING)),
    HOW,
  ).toEqual([]);
  expect(Object.keys(MOVED).filter((name) => name in STAYING)).toEqual([]);
  const gone = [...Object.keys(MOVED), ...Object.keys(STAYING)].filter((name) => !names.includes(name));
  expect(gone, "Not in the database any more").toEqual([]);
});

it("what a row that moves must refer to moves as well, and before it", async () => {
  const references = await rows<{ table: string; parent: string; isNeeded: boolean }>(
    `SELECT c.relname AS "table", p.relname AS "parent", bool_and(a.attnotnull) AS "isNeeded"
     FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class p ON p.oid = f.confrelid
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(f.conkey)
     WHERE f.contype = 'f' AND ${TABLES} GROUP BY f.oid, c.relname, p.relname`,
  );
  const order = Object.keys(MOVED);
  // Bytes of files move by themselves.
  const between = references.filter(
    ({ table, parent }) => table in MOVED && parent !== table && parent !== "StoredFile",
  );
  expect(between.length).toBeGreaterThan(100);
  const late = between.filter(({ table, parent }) => parent in MOVED && order.indexOf(parent) > order.indexOf(table));
  expect(late).toEqual([]);
  expect(
    between.filter(({ parent, isNeeded }) => isNeeded && !(parent in MOVED)),
    HOW,
  ).toEqual([]);
});

it("each text that is encrypted under the installation's keys is written under those of the new one", async () => {
  const encrypted = await rows<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE ${TABLES} AND a.attname = 'encryptedText'`,
  );
  const covered = Object.entries(MOVED).flatMap(([name, { secret }]) => (secret === "texts" ? [name] : []));
  expect(encrypted.map(({ name }) => name).sort(), HOW).toEqual(covered.sort());
});
