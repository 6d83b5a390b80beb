import pg from "pg";
import { sealMovedCode } from "@/lib/domain/prescriptions/move-code";
import { db } from "@/lib/platform/db/db";
import { encryptRowTexts } from "@/lib/platform/encryption/row-texts";
import { StartError } from "../process/start-error";
import { mapped } from "./conflicts";
import type { MovedRows } from "./read-parts";
import { quote, type Shape } from "./row-shape";

/** Columns whose value may be another one here (`moved_values`). */
export const ADJUSTED: Readonly<Record<string, string>> = {
  Doctor: "slug",
  Hospital: "slug",
  PatientAccess: "relation",
};

/** Writes rows, each number of those that are here already into `kept`. Throws StartError when a row can't be here. */
export async function insertRows(
  client: pg.ClientBase,
  shape: Shape,
  rows: MovedRows,
  kept: Set<number>,
): Promise<void> {
  if (rows.lines.length === 0) return;
  const extra = await sealSecrets(shape, rows.lines);
  const own = shape.columns.map(({ name, type }) => [name, hereValue(shape, name, type)] as const);
  const fields = [...own, ...extra.fields];
  const text = `INSERT INTO ${quote(shape.table)} (${fields.map(([name]) => quote(name)).join(", ")})
    SELECT ${fields.map(([, value]) => value).join(", ")}
    FROM ROWS FROM (unnest($1::text[])${extra.values.map((_, at) => `, unnest($${at + 2}::${extra.types[at]}[])`).join("")})
      WITH ORDINALITY AS l("line"${extra.values.map((_, at) => `, "x${at}"`).join("")}, "n"),
      jsonb_populate_record(NULL::${quote(shape.table)}, split_part(l."line", E'\\t', 1)::jsonb) AS r
    ${shape.moved.isShared ? `WHERE NOT EXISTS (${there(shape)})` : ""} ORDER BY l."n"
    ${shape.moved.isShared ? "ON CONFLICT DO NOTHING" : ""}`;
  try {
    const { rowCount } = await client.query(text, [rows.lines, ...extra.values]);
    if (rowCount !== rows.lines.length) await noteKept(client, shape, rows, kept);
  } catch (error) {
    throw refusalOf(error, shape.table);
  }
}

/** Whether a row of the table has the key of `r`. */
export const sameKey = ({ key, columns }: Shape): string =>
  key
    .map((name) => {
      const isId = columns.some((column) => column.name === name && column.type === "uuid");
      return `t.${quote(name)} = ${isId ? mapped(`r.${quote(name)}`) : `r.${quote(name)}`}`;
    })
    .join(" AND ");

const there = (shape: Shape) => `SELECT FROM ${quote(shape.table)} t WHERE ${sameKey(shape)}`;

function hereValue({ table }: Shape, name: string, type: string): string {
  const own = `r.${quote(name)}`;
  if (ADJUSTED[table] === name) {
    const noted = `SELECT v."becomes" FROM moved_values v WHERE v."id" = r."id" AND v."column" = ${pg.escapeLiteral(name)}`;
    return `coalesce((${noted})::${type}, ${own})`;
  }
  return type === "uuid" ? mapped(own) : own;
}

/** Rows of this transaction are new; the others of the batch were here before, or another row has what must be unique. */
async function noteKept(client: pg.ClientBase, shape: Shape, rows: MovedRows, kept: Set<number>): Promise<void> {
  const { rows: numbers } = await client.query<{ n: string }>(
    `SELECT l."n" FROM unnest($1::text[]) WITH ORDINALITY AS l("line", "n"),
       jsonb_populate_record(NULL::${quote(shape.table)}, split_part(l."line", E'\\t', 1)::jsonb) AS r
     WHERE NOT EXISTS (${there(shape)} AND t.xmin::text::bigint = pg_current_xact_id()::text::bigint % 4294967296)`,
    [rows.lines],
  );
  for (const { n } of numbers) kept.add(rows.from + Number(n) - 1);
}

type Extra = { fields: [string, string][]; types: string[]; values: unknown[][] };

/** What the new installation writes under its own keys. */
async function sealSecrets({ table, moved }: Shape, lines: readonly string[]): Promise<Extra> {
  if (table === "AuditEntry")
    return {
      fields: [
        ["cluster", "audit_cluster()"],
        ["txid", "pg_current_xact_id()::text::bigint"],
      ],
      types: [],
      values: [],
    };
  if (moved.fingerprint)
    return {
      fields: [["fingerprint", `(SELECT f."fingerprint" FROM moved_file f WHERE f."id" = r."fileId")`]],
      types: [],
      values: [],
    };
  if (!moved.secret) return { fields: [], types: [], values: [] };
  const said = lines.map((line) => JSON.parse(line.slice(line.indexOf("\t") + 1)) as unknown);
  if (moved.secret === "texts") {
    const rows = said as { id: string; texts: Record<string, string> }[];
    const encrypted = await db.$transaction((tx) => encryptRowTexts(tx, table, rows));
    return {
      fields: [["encryptedText", `l."x0"`]],
      types: ["bytea"],
      values: [encrypted.map((bytes) => Buffer.from(bytes))],
    };
  }
  const codes = (said as { encounterId: string; code: string }[]).map(({ encounterId, code }) =>
    sealMovedCode(encounterId, code),
  );
  return {
    fields: [
      ["codeDigest", `l."x0"`],
      ["sealedCode", `l."x1"`],
    ],
    types: ["text", "text"],
    values: [codes.map(({ codeDigest }) => codeDigest), codes.map(({ sealedCode }) => sealedCode)],
  };
}

/** A refusal names the rule and no value: those of a row are about people. */
function refusalOf(error: unknown, table: string): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === undefined || !/^23/.test(code)) return error;
  return new StartError(
    `A row of ${table} can't be written here, because of ${constraint ?? "a rule of the table"}: something that is here already stands in its way. Nothing was imported.`,
    { cause: error },
  );
}
