import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { idAndVersion, instant, uuid, version } from "@/lib/platform/input/text";
import { ENCODINGS } from "./rules-encodings";
import { DECIMAL_SIGNS, IMPORT_KINDS, IMPORT_STATUSES, SEPARATORS } from "./status";

/** What one file may hold. */
export const MAX_ROWS = 20_000;
export const MAX_BYTES = 4 * 1024 * 1024;
/** How many of a file's errors are stored and shown; all are counted. */
export const SHOWN_FAULTS = 500;

const importKind = z.enum(IMPORT_KINDS);

/** A file is text whose line breaks, tabs and quotes matter: it is kept as it is. */
const content = z
  .string({ error: "Must be the text of a file" })
  .min(1, "The file is empty")
  .max(MAX_BYTES, "The file has more than 4 MB")
  .refine((text) => !text.includes("\u0000"), "The file is not a text file");

/** Base64: three bytes are four characters. */
const file = z
  .base64("Must be the bytes of a file in base64")
  .min(1, "The file is empty")
  .max(Math.ceil(MAX_BYTES / 3) * 4, "The file has more than 4 MB");

const columnNumber = z.int().min(1).max(1_000);

const separator = z.enum(SEPARATORS, "Must be a comma, a semicolon, a tab or a bar");
const decimalSign = z.enum(DECIMAL_SIGNS, "Must be a point or a comma");
const columns = z.record(z.string().max(40), columnNumber);

const reading = {
  encoding: z.enum(ENCODINGS).optional().meta({ description: "Of `file`. Detected if left out." }),
  separator: separator.optional().meta({ description: "Between cells. Detected if left out." }),
  decimalSign: decimalSign.optional().meta({ description: "In amounts and degrees. Detected if left out." }),
  columns: columns.optional().meta({
    description:
      "The file's column, counted from 1, for each of ours. Columns left out are not read. Default: matched by header.",
  }),
};

function oneSource(input: { content?: unknown; file?: unknown }, ctx: z.RefinementCtx): void {
  if ((input.content === undefined) === (input.file === undefined)) {
    ctx.addIssue({
      code: "custom",
      path: ["content"],
      message: input.file === undefined ? "Required" : "Give content or file, not both",
    });
  }
}

/** A file as text, or as bytes; and how to read it. */
const startImport = z.strictObject({
  kind: importKind,
  content: content.optional().meta({ description: "The file's text." }),
  file: file.optional().meta({ description: "Instead of `content`: the file's bytes in base64, in any encoding." }),
  ...reading,
});
export const startImportBody = startImport.superRefine(oneSource);
export type StartImportInput = z.output<typeof startImport> & { hospitalId: string };

/** How an uploaded file is read, the same every time. */
export const importReading = z.object({ separator, decimalSign, columns });
export type ImportReading = z.infer<typeof importReading>;

export const importPreviewOutput = z.object({
  kind: importKind,
  encoding: z.enum(ENCODINGS).nullable().meta({ description: "Null if it came as text." }),
  separator: z.enum(SEPARATORS),
  decimalSign: z.enum(DECIMAL_SIGNS),
  header: z.array(z.string()).meta({ description: "The file's own columns." }),
  columns: z.record(z.string(), z.int()).meta({ description: "The file's column for each of ours, counted from 1." }),
  missing: z.array(z.string()).meta({ description: "Required columns missing from the file." }),
  rows: z.array(z.array(z.string())).meta({ description: "The first rows below the header, as read." }),
  rowCount: z.int().min(0),
  fault: z.string().nullable().meta({ description: "Why it isn't a table, if it isn't." }),
});
export type ImportPreview = z.infer<typeof importPreviewOutput>;

export const importFault = z.strictObject({
  row: z.int().min(1).meta({ description: "Counted as in a spreadsheet: the header is row 1." }),
  column: z.string().nullable().meta({ description: "The column's name. Null for the whole row." }),
  value: z.string().nullable().default(null).meta({ description: "The cell's content, shortened. Null if empty." }),
  message: z.string(),
});
export type ImportFault = z.infer<typeof importFault>;

const SHOWN_VALUE = 200;

/** Returns an error with its place and the value there. */
export function faultAt(row: number, column: string | null, message: string, said?: string | undefined): ImportFault {
  const value =
    said === undefined || said.trim() === ""
      ? null
      : said.length > SHOWN_VALUE
        ? `${said.slice(0, SHOWN_VALUE)}…`
        : said;
  return { row, column, value, message };
}

const count = z.int().min(0);
export const importOutput = z.strictObject({
  id: uuid,
  hospitalId: uuid,
  kind: importKind,
  status: z.enum(IMPORT_STATUSES).meta({
    description:
      "CHECKING → CHECKED or FAULTY (nothing is written yet) → RUNNING → DONE, or FAILED with nothing written → UNDONE.",
  }),
  rowCount: count,
  processedCount: count.meta({ description: "How many rows have been processed so far." }),
  faultCount: count,
  faults: z.array(importFault).meta({ description: `The first ${SHOWN_FAULTS}.` }),
  version,
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  dismissedAt: instant.nullable(),
});
export type ImportOutput = z.infer<typeof importOutput>;

/** How far an import has got, for administrators: nothing of what is in the file. */
export const importProgressOutput = z.strictObject({
  id: uuid,
  hospital: z.strictObject({ id: uuid, name: z.string() }),
  kind: importKind,
  status: z.enum(IMPORT_STATUSES),
  rowCount: count,
  processedCount: count,
  faultCount: count,
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type ImportProgress = z.infer<typeof importProgressOutput>;

export const importListQuery = z.strictObject({ limit, cursor: cursor.optional() });

/** Which import an action is about. */
export const importForm = z.strictObject(idAndVersion);
