import { StartError } from "../process/start-error";
import { Tallying } from "./digest";
import type { Head, Manifest } from "./export-hospital";
import { readMovingFile } from "./moving-file";

/** A file that moves; or rows of a table, which begin with number `from`. */
export type MovedFile = { id: string; context: string | null; content: Buffer };
export type MovedRows = { table: string; from: number; lines: string[] };
export type Part = { file: MovedFile } | { rows: MovedRows };
export type MovingSource = { path: string; passphrase: string };

const AT_ONCE = 1_000;

/** Returns what stands at the beginning of the file. Throws StartError. */
export async function readHead({ path, passphrase }: MovingSource): Promise<Head> {
  for await (const line of readMovingFile(path, passphrase)) return JSON.parse(line.slice(1)) as Head;
  throw new StartError(`${path} is empty.`);
}

/**
 * Reads a file from its beginning to its end, so many rows at a time, and compares it with the manifest at its end, which is returned. Throws
 * StartError.
 */
export async function* readParts({ path, passphrase }: MovingSource): AsyncGenerator<Part, Manifest> {
  const seen = { files: new Tallying(), bytes: 0, tables: new Map<string, Tallying>() };
  let [file, rows]: [Gathering | null, MovedRows | null] = [null, null];
  for await (const line of readMovingFile(path, passphrase)) {
    const [kind, content] = [line[0], line.slice(1)];
    if (kind === "B") file?.chunks.push(Buffer.from(content, "base64"));
    else if (file) {
      yield { file: whole(file, seen) };
      file = null;
    }
    if (rows && (kind !== "R" || rows.lines.length === AT_ONCE)) {
      yield { rows };
      rows = { table: rows.table, from: rows.from + rows.lines.length, lines: [] };
    }
    if (kind === "F") file = { ...(JSON.parse(content) as Omit<Gathering, "chunks">), chunks: [] };
    if (kind === "T") {
      rows = { table: content, from: 0, lines: [] };
      seen.tables.set(content, new Tallying());
    }
    if (kind === "R" && rows) {
      rows.lines.push(content);
      seen.tables.get(rows.table)?.add(content);
    }
    if (kind === "E") return requireSame(path, JSON.parse(content) as Manifest, seen);
  }
  throw new StartError(`${path} has no end: export the hospital once more.`);
}

type Seen = { files: Tallying; bytes: number; tables: ReadonlyMap<string, Tallying> };
type Gathering = { id: string; context: string | null; chunks: Buffer[] };

function whole({ id, context, chunks }: Gathering, seen: Seen): MovedFile {
  const content = Buffer.concat(chunks);
  seen.files.add(content);
  seen.bytes += content.length;
  return { id, context, content };
}

function requireSame(path: string, manifest: Manifest, seen: Seen): Manifest {
  const tables = Object.fromEntries([...seen.tables].map(([table, tallying]) => [table, tallying.tally]));
  const found: Manifest = { tables, files: { ...seen.files.tally, bytes: seen.bytes } };
  const isSame =
    JSON.stringify(found.files) === JSON.stringify(manifest.files) &&
    Object.keys(tables).length === Object.keys(manifest.tables).length &&
    Object.entries(manifest.tables).every(([table, tally]) => JSON.stringify(tables[table]) === JSON.stringify(tally));
  if (!isSame) throw new StartError(`${path} isn't what its manifest says: export the hospital once more.`);
  return manifest;
}
