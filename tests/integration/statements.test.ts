import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import type pg from "pg";
import { expect, it } from "vitest";
import type { Prisma } from "@/lib/platform/db/db";
import { pool } from "@/lib/platform/db/pool";
import type { Statement } from "@/lib/platform/db/statement";
import { ambulanceSamples } from "./statement-samples/ambulances";
import { analyticsSamples } from "./statement-samples/analytics";
import { appointmentSamples } from "./statement-samples/appointments";
import { auditSamples } from "./statement-samples/audit";
import { bedSamples } from "./statement-samples/beds";
import { codeSamples } from "./statement-samples/codes";
import { conversationSamples } from "./statement-samples/conversations";
import { mergeSamples } from "./statement-samples/merges";
import { messageSamples } from "./statement-samples/messages";
import { peopleSamples } from "./statement-samples/people";
import { platformSamples } from "./statement-samples/platform";
import { queueSamples } from "./statement-samples/queues";
import { reminderSamples } from "./statement-samples/reminders";
import { searchSamples } from "./statement-samples/search";
import { recallSamples } from "./statement-samples/recalls";
import { waitlistSamples } from "./statement-samples/waitlist";
import { dataExportSamples } from "./statement-samples/data-exports";
import { wardClosureSamples } from "./statement-samples/ward-closures";
import { createWorld } from "./statement-samples/world";

type Declared = Pick<Statement<never, unknown>, "columns">;

/** Raw SQL stands only in these files, see eslint.config.mjs. */
const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)statements(\.ts|\/[a-z-]+\.ts)$/.test(path))
  .map((path) => `lib/${path}`);

const isStatement = (value: unknown): value is Declared => typeof value === "function" && "columns" in value;

const declared = await Promise.all(
  files.map(async (file) => {
    const exported = (await import(/* @vite-ignore */ resolve(file))) as Record<string, unknown>;
    return Object.entries(exported).flatMap(([name, value]) =>
      isStatement(value) ? [[`${file} › ${name}`, value] as const] : [],
    );
  }),
);

const world = await createWorld();
const samples = [
  ambulanceSamples,
  analyticsSamples,
  appointmentSamples,
  auditSamples,
  bedSamples,
  dataExportSamples,
  wardClosureSamples,
  codeSamples,
  conversationSamples,
  mergeSamples,
  messageSamples,
  peopleSamples,
  platformSamples,
  queueSamples,
  reminderSamples,
  searchSamples,
  recallSamples,
  waitlistSamples,
].flatMap((samplesOf) => samplesOf(world));

/** PostgreSQL's types by number, as `Kind` names them. */
const types = new Map(
  (
    await pool().query<{ oid: number; kind: string }>(
      `SELECT t.oid::int, CASE WHEN coalesce(e.typtype, t.typtype) = 'e' THEN 'enum' ELSE coalesce(e.typname, t.typname) END
         || CASE WHEN e.oid IS NULL THEN '' ELSE '[]' END AS "kind"
       FROM pg_type t LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'`,
    )
  ).rows.map(({ oid, kind }) => [oid, kind]),
);

/** Runs it for real, in a transaction that is undone. */
async function resultOf({ text, values }: Prisma.Sql): Promise<pg.QueryResult<Record<string, unknown>>> {
  const connection = await pool().connect();
  try {
    await connection.query("BEGIN");
    await connection.query(`SELECT set_config('app.actor', $1, true)`, [world.userId]);
    return await connection.query(text, values);
  } finally {
    await connection.query("ROLLBACK");
    connection.release();
  }
}

const kindsOf = ({ columns }: Declared) =>
  Object.entries(columns ?? {}).map(([name, column]) => [name, typeof column === "object" ? column.kind : column]);

it.each(declared.flat())("%s runs, and returns the columns it declares", async (_title, statement) => {
  const own = samples.filter((sample) => sample.statement === statement);
  expect(own, "a sample in tests/integration/statement-samples").not.toEqual([]);
  for (const { text } of own) {
    const { fields, rows } = await resultOf(text());
    if (statement.columns === null) continue;
    const kinds = kindsOf(statement);
    const returned = fields.map(({ name, dataTypeID }) => [name, types.get(dataTypeID)]);
    expect(Object.fromEntries(returned)).toEqual(
      Object.fromEntries(kinds.map(([name, kind]) => [name, kind?.replace("?", "")])),
    );
    const required = kinds.filter(([, kind]) => !kind?.endsWith("?")).map(([name]) => name!);
    expect(rows.flatMap((row) => required.filter((name) => row[name] === null))).toEqual([]);
  }
});

it("every sample is of a declared statement", () => {
  const all = declared.flat().map(([, statement]) => statement as unknown);
  expect(samples.filter(({ statement }) => !all.includes(statement))).toEqual([]);
});
