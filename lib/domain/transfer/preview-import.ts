import { requireManaged } from "@/lib/domain/hospitals/load-own-hospital";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { filledRows, missingColumns } from "./rules/rows";
import type { ImportPreview, StartImportInput } from "./schema";
import { settleReading } from "./internal/settle-reading";
import { takeFile } from "./internal/take-file";

const SHOWN_ROWS = 8;

/**
 * Previews how a file would be read, with its first rows; nothing is stored. What was not chosen is detected and
 * returned, to be changed and sent again. Throws `not-found`, `forbidden` (a coordinator), `invalid`.
 */
export async function previewImport(actor: Actor, { hospitalId, ...input }: StartImportInput): Promise<ImportPreview> {
  await requireManaged(db, actor, hospitalId);
  const { kind } = input;
  const { text, encoding } = takeFile(input);
  const { table = [], reading, fault } = settleReading(kind, text, input);
  const rows = filledRows(table);
  return {
    kind,
    encoding,
    ...reading,
    header: table[0] ?? [],
    missing: missingColumns(kind, reading.columns),
    rows: rows.slice(0, SHOWN_ROWS).map(({ cells }) => cells),
    rowCount: rows.length,
    fault: fault ? `Row ${fault.row}: ${fault.message}` : null,
  };
}
