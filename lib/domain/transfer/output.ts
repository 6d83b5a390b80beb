import type { ImportRow } from "./queries";
import { importFault, type ImportOutput } from "./schema";
import { z } from "zod";

/** Returns the wire format of an import. */
export function toOutput(row: ImportRow): ImportOutput {
  const at = (instant: Date | null) => instant?.toISOString() ?? null;
  return {
    ...row,
    faults: z.array(importFault).parse(row.faults),
    createdAt: row.createdAt.toISOString(),
    startedAt: at(row.startedAt),
    finishedAt: at(row.finishedAt),
    undoneAt: at(row.undoneAt),
    dismissedAt: at(row.dismissedAt),
  };
}
