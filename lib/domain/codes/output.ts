import type { EditionRow } from "./queries";
import { editionOutput, type EditionOutput } from "./schema";

/** Returns the wire format of an edition. */
export function toOutput(row: EditionRow): EditionOutput {
  return editionOutput.parse({
    ...row,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  });
}
