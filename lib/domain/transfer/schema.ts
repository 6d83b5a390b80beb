import { z } from "zod";
import { cursor, limit } from "@/lib/platform/http/query";
import { instant, uuid, version } from "@/lib/platform/http/text";
import { IMPORT_KINDS, IMPORT_STATUSES } from "./status";

/** What one file may hold. */
export const MAX_ROWS = 20_000;
export const MAX_BYTES = 4 * 1024 * 1024;
/** Of a file's faults as many are kept and shown; all are counted. */
export const SHOWN_FAULTS = 500;

export const importKind = z.enum(IMPORT_KINDS);

/** A file is text like any other, but its line breaks, tabs and quotes mean something: it is taken as it is. */
const content = z
  .string({ error: "Must be the text of a file" })
  .min(1, "The file is empty")
  .max(MAX_BYTES, "The file has more than 4 MB")
  .refine((text) => !text.includes("\u0000"), "The file is not a text file");

export const startImportBody = z.strictObject({ kind: importKind, content });
export const startImportInput = startImportBody.extend({ hospitalId: uuid });
export type StartImportInput = z.output<typeof startImportInput>;

export const importFault = z.strictObject({
  row: z.int().min(1).meta({ description: "As a spreadsheet counts: the header is row 1." }),
  column: z.string().nullable().meta({ description: "The column's name; null when the whole row is meant." }),
  message: z.string(),
});
export type ImportFault = z.infer<typeof importFault>;

const count = z.int().min(0);
export const importOutput = z.strictObject({
  id: uuid,
  hospitalId: uuid,
  kind: importKind,
  status: z.enum(IMPORT_STATUSES).meta({
    description: "CHECKING → CHECKED or FAULTY (nothing is written yet) → RUNNING → DONE, or FAILED with nothing written → UNDONE.",
  }),
  rowCount: count,
  processedCount: count.meta({ description: "How many rows have been worked while it runs." }),
  faultCount: count,
  faults: z.array(importFault).meta({ description: `The first ${SHOWN_FAULTS}.` }),
  version,
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  undoneAt: instant.nullable(),
});
export type ImportOutput = z.infer<typeof importOutput>;

export const importListQuery = z.strictObject({ limit, cursor: cursor.optional() });

/** Which import an action is about, and the version its reader has seen. */
export const seenImport = z.strictObject({ id: uuid, version: version.optional() });
